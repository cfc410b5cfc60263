import type { Root } from "hast";
import type { CauseId } from "#domain/cause/cause";
import type { Retry, Side } from "#domain/cause/remedy";
import type { Locale } from "#domain/course/course";

/** The page of a cause, as it is shown. */
export type CauseView = {
  readonly cause: CauseId;
  readonly locale: Locale;
  readonly title: string;
  readonly module: string | null;
  readonly lesson: string | null;
  readonly anchor: string | null;
  readonly at: number | null;
  readonly settings: string | null;
  readonly retry: Retry;
  readonly onWhom: Side;
  readonly isDeadEnd: boolean;
  readonly words: readonly string[];
  readonly explanation: Root;
  readonly whatToDo: Root;
  readonly whatNot: Root | null;
};
