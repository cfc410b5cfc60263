import { describe, expect, test } from "vitest";
import { removeStudent } from "#server/cohort/commands";
import { studentOf } from "#server/cohort/queries";
import { storedKeyOf } from "#server/credential/queries";
import { aManager, anInstructor, aStudent, asManager, cast } from "../../support/cast.ts";
import { aKey, paste } from "../../support/keys.ts";
import { ownerDatabase } from "../../support/roles.ts";

const NOW = new Date();
const userOf = (id: string) => ownerDatabase().user.findUniqueOrThrow({ where: { id }, include: { enrolments: true } });

describe("a student whom an instructor removes", () => {
  test("is in none of the instructor's cohorts, and without another one loses the keys at once", async () => {
    const { student, cohort } = await aStudent();
    await paste(student, aKey());
    const instructor = await anInstructor(cohort.id);
    expect(await removeStudent(asManager(instructor, instructor.cohortIds), student.id, NOW)).toBe(true);
    expect(await studentOf(instructor, student.id)).toBeNull();
    expect(await storedKeyOf(student)).toBeNull();
    expect((await userOf(student.id)).deletionDueAt).not.toBeNull();
    expect(await removeStudent(asManager(instructor, instructor.cohortIds), student.id, NOW)).toBe(false);
  });

  test("keeps place, key and account in a cohort of somebody else's", async () => {
    const { student, cohort } = await aStudent();
    const other = await cast().aCohort();
    await ownerDatabase().enrolment.create({ data: { cohortId: other.id, userId: student.id, role: "student" } });
    await paste(student, aKey());
    expect(await removeStudent(await aManager(cohort.id), student.id, NOW)).toBe(true);
    const { enrolments, deletionDueAt } = await userOf(student.id);
    expect([enrolments.map(({ cohortId }) => cohortId), deletionDueAt]).toEqual([[other.id], null]);
    expect(await storedKeyOf(student)).not.toBeNull();
  });

  test("of another cohort is left alone, and so is a colleague", async () => {
    const [{ student }, instructor] = [await aStudent(), await anInstructor()];
    const colleague = await anInstructor(...instructor.cohortIds);
    expect(await removeStudent(asManager(instructor, instructor.cohortIds), student.id, NOW)).toBe(false);
    expect(await removeStudent(asManager(instructor, instructor.cohortIds), colleague.id, NOW)).toBe(false);
    expect((await userOf(student.id)).enrolments).toHaveLength(1);
    expect((await userOf(colleague.id)).enrolments).toHaveLength(1);
  });
});
