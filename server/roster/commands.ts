import "server-only";
import { done, type Outcome, refused } from "#domain/outcome";
import type { Pasted } from "#domain/roster/pasted";
import type { Reading } from "#domain/roster/row";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { countUses } from "../limit/limit.ts";
import type { Manager } from "../viewer.ts";
import { enrol, inviteLater } from "./enrol.ts";
import { type FileRefusal, readRosterFile } from "./file.ts";
import { diffNow } from "./queries.ts";

const HOUR_MS = 3_600_000;
/** The language in which people are written to before they choose one. */
const FIRST_LOCALE = "pl";

type TakenIn = Outcome<{ importId: string }, FileRefusal | "not_found" | "too_many">;

/** Reads a list and keeps it for an hour, so that its manager can look before anything is written. */
export async function takeRosterIn(
  manager: Manager,
  { cohortId, name, bytes }: { cohortId: string; name: string; bytes: Uint8Array },
  now: Date,
): Promise<TakenIn> {
  if (!manager.cohortIds.includes(cohortId)) return refused("not_found");
  const limited = await countUses(["roster file by person", manager.id]);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const file = readRosterFile(name, bytes);
  if (!file.ok) return file;
  const { source, named, wrong } = file.value;
  const { id } = await database().rosterImport.create({
    data: {
      ...{ cohortId, userId: manager.id, createdAt: now, expiresAt: new Date(now.getTime() + HOUR_MS) },
      source,
      rows: { named, wrong } as object,
    },
    select: { id: true },
  });
  return done({ importId: id });
}

/** Says yes to a list: what it would change at this moment is written by the worker. Said twice, it is written once. */
export async function confirmImport(
  manager: Manager,
  { importId, invites }: { importId: string; invites: boolean },
  now: Date,
): Promise<Outcome<null, "not_found">> {
  return database().$transaction(async (tx) => {
    const [found] = await tx.$queryRaw<{ rows: Reading; id: string; name: string; slug: string; confirmed: boolean }[]>`
      SELECT i.rows, c.id, c.name, c.slug, i.confirmed_at IS NOT NULL AS confirmed
      FROM roster_import i JOIN cohort c ON c.id = i.cohort_id
      WHERE i.id = ${importId}::uuid AND i.user_id = ${manager.id}::uuid AND i.expires_at > ${now}
        AND i.cohort_id = ANY(${[...manager.cohortIds]}::uuid[]) FOR UPDATE OF i`;
    if (!found) return refused("not_found");
    if (found.confirmed) return done(null);
    const { changes } = await diffNow(manager, found.rows, found, tx);
    const rows = changes.filter(({ kind }) => kind !== "same");
    await tx.rosterImport.updateMany({
      where: { id: importId },
      data: { rows: rows as unknown as object, total: rows.length, invites, confirmedAt: now },
    });
    await enqueue(tx, "roster-import", { importId });
    return done(null);
  });
}

/** Looks no further at a list. */
export async function dropImport(manager: Manager, importId: string): Promise<void> {
  await database().rosterImport.deleteMany({ where: { id: importId, userId: manager.id, confirmedAt: null } });
}

/** Puts those who were typed in on the roster and writes to each who is new; gives how many those were. */
export async function inviteByAddress(
  manager: Manager,
  cohortId: string,
  { invitees }: Pasted,
): Promise<Outcome<{ added: number; known: number }, "not_found">> {
  if (!manager.cohortIds.includes(cohortId)) return refused("not_found");
  return database().$transaction(async (tx) => {
    const ids = await enrol(tx, invitees, { cohortId, role: "student", locale: FIRST_LOCALE });
    await inviteLater(tx, cohortId, ids);
    await record(tx, { kind: "roster.invited", actorId: manager.id, facts: { cohort: cohortId, added: ids.length } });
    return done({ added: ids.length, known: invitees.length - ids.length });
  });
}
