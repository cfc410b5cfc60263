import "server-only";
import { type Diff, diffOf } from "#domain/roster/diff";
import type { Reading } from "#domain/roster/row";
import { database, type Transaction } from "../database/client.ts";
import type { Manager } from "../viewer.ts";
import type { Source } from "./file.ts";
import { knownAmong } from "./known.ts";

export { LARGEST_FILE_BYTES } from "./file.ts";

export type ImportView = {
  readonly id: string;
  readonly cohort: { readonly id: string; readonly name: string };
  readonly source: Source;
  readonly total: number;
  readonly done: number;
  readonly added: number;
  readonly changed: number;
  /** Null from the moment at which it was confirmed. */
  readonly diff: Diff | null;
  readonly isFinished: boolean;
};

/** A list that this very person has brought in, for as long as its cohort is theirs; null for anybody else's. */
export async function importOf(manager: Manager, id: string, now: Date): Promise<ImportView | null> {
  const found = await database().rosterImport.findFirst({
    where: { id, userId: manager.id, cohortId: { in: [...manager.cohortIds] }, expiresAt: { gt: now } },
    include: { cohort: { select: { id: true, name: true, slug: true } } },
  });
  if (!found) return null;
  const { source, rows, confirmedAt, finishedAt, total, done, added, changed, cohort } = found;
  const diff = confirmedAt ? null : await diffNow(manager, rows as unknown as Reading, cohort);
  const isFinished = finishedAt !== null;
  return { id, cohort, source: source as unknown as Source, total, done, added, changed, diff, isFinished };
}

type Cohort = { readonly id: string; readonly name: string; readonly slug: string };

/** Against what the roster says at this moment, not at that of the upload. */
export async function diffNow(
  manager: Manager,
  reading: Reading,
  own: Cohort,
  tx: Transaction = database(),
): Promise<Diff> {
  const emails = reading.named.map(({ email }) => email);
  const known = await knownAmong(tx, manager, emails);
  const managed = await tx.cohort.findMany({
    where: { id: { in: [...manager.cohortIds] } },
    select: { id: true, name: true, slug: true },
  });
  return diffOf(reading, known, { own, managed });
}
