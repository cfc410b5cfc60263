import type { Instructor, Manager, Student } from "#server/viewer";
import { castIn } from "../../scripts/seed/cast.ts";
import { ownerDatabase } from "./roles.ts";

/** The people of a test, put on stage by the owner of the database. */
export const cast = () => castIn(ownerDatabase());

type Row = { readonly id: string; readonly name: string; readonly email: string; readonly locale: string };

const personOf = ({ id, name, email, locale }: Row) => ({ id, name, email, locale: locale === "en" ? "en" : "pl" });

// Only server/viewer.ts mints these, from a session; a test has no session, and says with a cast that it stands for one.
export const asStudent = (row: Row, ...cohorts: string[]): Student =>
  ({ ...personOf(row), cohorts }) as unknown as Student;
export const asInstructor = (row: Row, cohortIds: readonly string[]): Instructor =>
  ({
    ...personOf(row),
    cohortIds,
    managedIds: cohortIds,
    highest: "instructor",
    cohorts: [],
    cohortNames: new Map(),
  }) as unknown as Instructor;
export const asManager = (row: Row, cohortIds: readonly string[], archivedIds: readonly string[] = []): Manager =>
  ({ ...personOf(row), cohortIds, archivedIds, isOwner: false, cohorts: [] }) as unknown as Manager;

/** A student in a cohort of their own. */
export async function aStudent(wish: { name?: string; invitedAt?: Date; firstSignedInAt?: Date | null } = {}) {
  const cohort = await cast().aCohort();
  const row = await cast().aStudent({ cohortId: cohort.id, ...wish });
  return { student: asStudent(row, cohort.slug), cohort, email: row.email };
}

/** An instructor of these cohorts, or of a new one. */
export async function anInstructor(...cohortIds: string[]): Promise<Instructor> {
  const [first = (await cast().aCohort()).id, ...more] = cohortIds;
  const row = await cast().anInstructor({ cohortId: first, name: "Prowadząca Próbna" });
  await ownerDatabase().enrolment.createMany({
    data: more.map((cohortId) => ({ cohortId, userId: row.id, role: "instructor" as const })),
  });
  return asInstructor(row, [first, ...more]);
}

/** Whoever manages these cohorts, or a new one, as an instructor of them. */
export async function aManager(...cohortIds: string[]): Promise<Manager> {
  const instructor = await anInstructor(...cohortIds);
  return asManager(instructor, instructor.cohortIds);
}
