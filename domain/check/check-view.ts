import type { CauseId } from "../cause/cause.ts";
import type { CheckName, CheckState } from "./check.ts";

/** One check of a test as it is shown; without a result yet it is `queued`. */
export type CheckView = {
  readonly check: CheckName;
  readonly state: CheckState | "queued";
  readonly cause: CauseId | null;
  readonly waitingUntil: Date | null;
  readonly keyKind: string | null;
  readonly httpStatus: number | null;
  readonly costMicroUsd: number;
  readonly tookMs: number | null;
};
