import { notFound } from "next/navigation";
import { z } from "zod";
import { type ManagedCohort, managedCohort } from "#server/cohort/manage/queries";
import type { Manager } from "#server/viewer";

const CohortId = z.uuid();

/** The cohort of the address, if it is one of the manager's; any other looks as if it were not there. */
export async function cohortOf(manager: Manager, params: Promise<{ cohort: string }>): Promise<ManagedCohort> {
  const id = CohortId.safeParse((await params).cohort);
  return (id.success && (await managedCohort(manager, id.data))) || notFound();
}

/** The same, where it is not put away. */
export async function liveCohortOf(manager: Manager, params: Promise<{ cohort: string }>): Promise<ManagedCohort> {
  const cohort = await cohortOf(manager, params);
  return cohort.archivedAt ? notFound() : cohort;
}
