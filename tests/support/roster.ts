import { confirmImport, takeRosterIn } from "#server/roster/commands";
import { importRoster } from "#server/roster/importing";
import { importOf } from "#server/roster/queries";
import type { Manager } from "#server/viewer";
import { takeJobs } from "./jobs.ts";
import { inUtf8 } from "./list-bytes.ts";
import { asWorker, ownerDatabase } from "./roles.ts";

/** A list that waits to be looked at. */
export async function bring(manager: Manager, bytes: Uint8Array | string, cohortId = manager.cohortIds[0] ?? "") {
  const file = typeof bytes === "string" ? inUtf8(bytes) : bytes;
  return takeRosterIn(manager, { cohortId, name: "lista.csv", bytes: file }, new Date());
}

export async function lookAt(manager: Manager, bytes: Uint8Array | string, cohortId?: string) {
  const taken = await bring(manager, bytes, cohortId);
  if (!taken.ok) throw new Error(taken.refusal);
  const list = await importOf(manager, taken.value.importId, new Date());
  if (!list?.diff) throw new Error("There is nothing to look at.");
  return { ...list, diff: list.diff };
}

/** Does what the worker would. */
export async function doImports(): Promise<void> {
  for (const { importId } of await takeJobs("roster-import")) await asWorker(() => importRoster(importId));
}

/** From the file to the roster, and what came of it. */
export async function importFully(manager: Manager, bytes: Uint8Array | string, { invites = false } = {}) {
  const { id } = await lookAt(manager, bytes);
  await confirmImport(manager, { importId: id, invites }, new Date());
  await doImports();
  return ownerDatabase().rosterImport.findUniqueOrThrow({ where: { id } });
}

/** Everybody in a cohort as `name <address> role`, by address. */
export async function rosterOf(cohortId: string): Promise<string[]> {
  const rows = await ownerDatabase().enrolment.findMany({
    where: { cohortId },
    orderBy: { user: { email: "asc" } },
    include: { user: true },
  });
  return rows.map(({ user, role }) => `${user.name} <${user.email}> ${role}`);
}

export const studentsOf = async (cohortId: string): Promise<string[]> =>
  (await rosterOf(cohortId)).filter((line) => line.endsWith(" student")).map((line) => line.replace(/ student$/, ""));
