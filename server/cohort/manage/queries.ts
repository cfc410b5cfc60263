import "server-only";
import type { Role } from "#domain/roster/role";
import { database } from "../../database/client.ts";
import type { Manager } from "../../viewer.ts";

export { previewOf } from "../preview.ts";

export type CohortRow = {
  readonly id: string;
  readonly name: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly nextMeeting: Date | null;
  readonly archivedAt: Date | null;
  readonly students: number;
};

const ROW = {
  ...{ id: true, name: true, startsAt: true, endsAt: true, nextMeeting: true, archivedAt: true },
  _count: { select: { enrolments: { where: { role: "student" } } } },
} as const;

/** All that the manager manages, those that are put away at the end. */
export async function managedCohorts({ cohortIds, archivedIds }: Manager): Promise<CohortRow[]> {
  const rows = await database().cohort.findMany({
    where: { id: { in: [...cohortIds, ...archivedIds] } },
    orderBy: [{ archivedAt: { sort: "desc", nulls: "first" } }, { name: "asc" }],
    select: ROW,
  });
  return rows.map(({ _count, ...row }) => ({ ...row, students: _count.enrolments }));
}

export type StaffMember = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Exclude<Role, "student">;
};

export type ManagedCohort = CohortRow & {
  readonly slug: string;
  readonly helpAfterTries: number;
  readonly helpAfterStalledDays: number;
  readonly helpAfterInvitedDays: number;
  readonly meetings: readonly Date[];
  readonly staff: readonly StaffMember[];
};

/** One cohort that the manager manages; null for anybody else's, as for one that is not there. */
export async function managedCohort(manager: Manager, id: string): Promise<ManagedCohort | null> {
  if (![...manager.cohortIds, ...manager.archivedIds].includes(id)) return null;
  const found = await database().cohort.findUnique({
    where: { id },
    select: {
      ...ROW,
      ...{ slug: true, helpAfterTries: true, helpAfterStalledDays: true, helpAfterInvitedDays: true },
      liveSessions: { orderBy: { at: "asc" }, select: { at: true } },
      enrolments: {
        where: { NOT: { role: "student" } },
        orderBy: [{ role: "desc" }, { user: { name: "asc" } }],
        select: { role: true, user: { select: { id: true, name: true, email: true } } },
      },
    },
  });
  if (!found) return null;
  const { _count, liveSessions, enrolments, ...cohort } = found;
  const staff = enrolments.map(
    ({ role, user }) => ({ ...user, role: role === "assistant" ? role : "instructor" }) as const,
  );
  return { ...cohort, students: _count.enrolments, meetings: liveSessions.map(({ at }) => at), staff };
}
