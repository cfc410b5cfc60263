import { inject } from "vitest";
import { testsOf } from "#server/access-test/queries";
import { runAccessTest } from "#server/access-test/run";
import { readKeyring } from "#server/vault/keyring";
import type { Student } from "#server/viewer";
import { asWorker, ownerDatabase } from "./roles.ts";

/** Does the job as the worker does, with the worker's rights and its vault keys. */
export async function run(testId: string, shutdown = new AbortController().signal): Promise<void> {
  const keyring = await readKeyring(inject("cluster").keyringFile);
  await asWorker(() => runAccessTest(testId, keyring, shutdown));
}

/** What each check saw, in their order, as `passed`, `skipped` or `failed org_unverified`. */
export async function verdictsOf(student: Student): Promise<string[]> {
  const [latest] = await testsOf(student, 1);
  return (latest?.checks ?? []).map(({ state, cause }) => (cause ? `${state} ${cause}` : state));
}

export const testRow = (id: string) =>
  ownerDatabase().accessTest.findUniqueOrThrow({
    where: { id },
    include: { results: { orderBy: { position: "asc" } } },
  });

export async function eventsOf({ id }: Student): Promise<string[]> {
  const rows = await ownerDatabase().auditEvent.findMany({
    where: { subjectId: id },
    orderBy: { id: "asc" },
    select: { kind: true },
  });
  return rows.map(({ kind }) => kind);
}
