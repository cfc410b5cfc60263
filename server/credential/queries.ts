import "server-only";
import { type CauseId, isCauseId } from "#domain/cause/cause";
import { type CheckName, type CheckState, isCheckName } from "#domain/check/check";
import type { ProviderId } from "#domain/check/provider";
import type { Farewell } from "#domain/credential/expiry";
import { database } from "../database/client.ts";
import { offeredProviders } from "../environment.ts";
import type { Student } from "../viewer.ts";
import { farewellOfKey } from "./facts.ts";

/** Whose keys this portal takes, by the operator's choice. */
export const acceptedProviders = (): readonly ProviderId[] => offeredProviders();

/** All that the portal can tell of a stored key. */
export type StoredKey = { readonly kind: string; readonly storedAt: Date };

export const storedKeyOf = (student: Pick<Student, "id">, provider: ProviderId = "openai"): Promise<StoredKey | null> =>
  database().apiCredential.findFirst({
    where: { userId: student.id, provider, deletedAt: null },
    select: { kind: true, storedAt: true },
  });

export type PlannedFarewell = { readonly at: Date; readonly because: Farewell; readonly chosenAt: Date | null };

/** When the stored key goes by itself; null where there is none or nothing ends it. */
export async function farewellPlannedFor(student: Student, provider: ProviderId): Promise<PlannedFarewell | null> {
  const row = await database().apiCredential.findFirst({
    where: { userId: student.id, provider, deletedAt: null },
    select: { id: true, expiresAt: true },
  });
  const due = row && (await farewellOfKey(row.id));
  return due && { at: due.at, because: due.because, chosenAt: row.expiresAt };
}

const KINDS = ["saved", "replaced", "opened", "open_failed", "deleted", "expired"] as const;
export type UseKind = (typeof KINDS)[number];
type Trigger = "saved" | "asked" | "waiting" | "quiet" | "outage";
export type CheckUse = { readonly check: CheckName; readonly state: CheckState; readonly cause: CauseId | null };

/** One line of a key's history. A test has what it was for, and what each of its checks saw. */
export type KeyUse = {
  readonly id: string;
  readonly at: Date;
  readonly kind: UseKind;
  /** Why it was deleted by itself. */
  readonly because: string | null;
  readonly trigger: Trigger | null;
  readonly checks: readonly CheckUse[];
};

type Row = Omit<KeyUse, "kind" | "checks"> & {
  readonly kind: string;
  readonly checks: { check: string; state: CheckState; cause: string | null }[] | null;
};

/** Everything that was done with the student's keys, latest first: by them, and by the portal in their name. */
export async function keyUsesOf(student: Pick<Student, "id">, take = 10): Promise<KeyUse[]> {
  const kinds = KINDS.map((kind) => `credential.${kind}`);
  const rows = await database().$queryRaw<Row[]>`
    SELECT e.id, e.at, e.kind, e.facts->>'because' AS because, t.trigger::text AS trigger,
           (SELECT jsonb_agg(jsonb_build_object('check', r.check_name, 'state', r.state, 'cause', r.cause) ORDER BY r.position)
            FROM check_result r WHERE r.test_id = t.id AND e.kind = 'credential.opened') AS checks
    FROM audit_event e LEFT JOIN access_test t ON t.id::text = e.facts->>'testId' AND t.user_id = e.subject_id
    WHERE e.subject_id = ${student.id}::uuid AND e.kind = ANY (${kinds})
    ORDER BY e.at DESC, e.id DESC LIMIT ${take}`;
  return rows.map(({ kind, checks, ...row }) => ({
    ...row,
    kind: kind.slice("credential.".length) as UseKind,
    checks: (checks ?? []).flatMap(({ check, state, cause }) =>
      isCheckName(check) ? [{ check, state, cause: cause !== null && isCauseId(cause) ? cause : null }] : [],
    ),
  }));
}

/** Why the portal deleted a key by itself, if that is the last that happened to one. */
export async function lastFarewellOf(student: Pick<Student, "id">): Promise<string | null> {
  const [latest] = await keyUsesOf(student, 1);
  return latest?.kind === "expired" ? latest.because : null;
}
