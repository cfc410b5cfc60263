import "server-only";
import type { Change } from "#domain/roster/diff";
import { record } from "../audit/record.ts";
import { database, type Transaction } from "../database/client.ts";
import { notify } from "../live/notify.ts";
import { enrol, inviteLater } from "./enrol.ts";

/** Small enough that the bar moves, large enough that ten thousand take seconds. */
const CHUNK = 500;
const PATIENCE_MS = 30_000;

type Import = {
  cohortId: string;
  userId: string;
  done: number;
  total: number;
  invites: boolean;
  chunk: Change[] | null;
};

/** Run by the worker. Each part is written together with how far it has come: run again, it goes on from there. */
export async function importRoster(importId: string): Promise<void> {
  let isMore = true;
  while (isMore)
    isMore = await database().$transaction((tx) => importChunk(tx, importId), {
      timeout: PATIENCE_MS,
      maxWait: PATIENCE_MS,
    });
}

async function importChunk(tx: Transaction, id: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<Import[]>`
    SELECT cohort_id AS "cohortId", user_id AS "userId", done, total, invites,
           (SELECT jsonb_agg(e ORDER BY n) FROM jsonb_array_elements(rows) WITH ORDINALITY AS x (e, n)
            WHERE n > done AND n <= done + ${CHUNK}) AS chunk
    FROM roster_import WHERE id = ${id}::uuid AND confirmed_at IS NOT NULL AND finished_at IS NULL FOR UPDATE`;
  if (!found) return false;
  const mayStill = await managedBy(tx, found.userId);
  const chunk = (found.chunk ?? []).filter(({ cohortId }) => mayStill.has(cohortId));
  const counts = await write(tx, chunk, found);
  const done = found.done + (found.chunk?.length ?? 0);
  const isLast = done >= found.total;
  await tx.rosterImport.updateMany({
    where: { id },
    data: {
      ...{ done, added: { increment: counts.added }, changed: { increment: counts.changed } },
      ...(isLast && { finishedAt: new Date(), rows: [] }),
    },
  });
  if (isLast) await recordImport(tx, id, found);
  await notify(tx, `cohort:${found.cohortId}`);
  return !isLast;
}

/** Whoever lost the cohort meanwhile writes no more of it. */
async function managedBy(tx: Transaction, userId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM cohort c JOIN app_user u ON u.id = ${userId}::uuid AND u.disabled_at IS NULL
    WHERE c.archived_at IS NULL AND (u.is_owner OR EXISTS (
      SELECT FROM enrolment e WHERE e.cohort_id = c.id AND e.user_id = u.id AND e.role = 'instructor'))`;
  return new Set(rows.map(({ id }) => id));
}

async function write(tx: Transaction, changes: readonly Change[], { invites }: Import) {
  let added = 0;
  for (const [cohortId, people] of Map.groupBy(changes, ({ cohortId: cohort }) => cohort)) {
    const fresh = people.filter(({ kind }) => kind === "new");
    const ids = await enrol(tx, fresh, { cohortId, role: "student", locale: "pl" });
    if (invites) await inviteLater(tx, cohortId, ids);
    added += ids.length;
  }
  return {
    added,
    changed: await rename(
      tx,
      changes.filter(({ kind }) => kind === "changed"),
    ),
  };
}

/** Only of students of the cohort: what staff are called is theirs to say. */
const rename = (tx: Transaction, changes: readonly Change[]): Promise<number> =>
  tx.$executeRaw`
    UPDATE app_user u SET name = p.name
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS p (email text, name text, "cohortId" uuid)
    WHERE u.email = p.email AND u.name <> p.name AND NOT u.is_owner
      AND EXISTS (SELECT FROM enrolment e WHERE e.user_id = u.id AND e.cohort_id = p."cohortId")
      AND NOT EXISTS (SELECT FROM enrolment e WHERE e.user_id = u.id AND e.role <> 'student')`;

async function recordImport(tx: Transaction, id: string, { userId }: Import): Promise<void> {
  const { added, changed, cohortId } = await tx.rosterImport.findUniqueOrThrow({ where: { id } });
  await record(tx, { kind: "roster.imported", actorId: userId, facts: { cohort: cohortId, added, changed } });
}
