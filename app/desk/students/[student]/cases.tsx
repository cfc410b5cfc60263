import { getTranslations } from "next-intl/server";
import { CasePanel } from "#components/desk/person/case-panel";
import { type Locale, type Module, stepsOf } from "#domain/course/course";
import type { StudentView } from "#server/cohort/queries";
import { causeTitles } from "#server/course/queries";
import { casesOf } from "#server/person/queries";
import type { Instructor } from "#server/viewer";
import { act } from "../../actions.ts";

export type Shared = {
  readonly instructor: Instructor;
  readonly student: StudentView;
  readonly module: Module;
  readonly locale: Locale;
};

/** Why the student needs help now, in each of the instructor's cohorts. */
export async function Cases({ instructor, student, module, locale }: Shared) {
  const t = await getTranslations("desk.status");
  const open = (await casesOf(instructor, student)).filter(({ closedAt }) => closedAt === null);
  const titles = await causeTitles(
    locale,
    open.map(({ cause }) => cause),
  );
  const steps = new Map(stepsOf(module).map(({ id, title }) => [id, title]));
  return open.map((one) => (
    <CasePanel
      key={one.id}
      open={one}
      studentId={student.id}
      reason={(one.cause && titles[one.cause]) || t(one.status)}
      step={steps.get(one.stepId ?? "") ?? null}
      act={act}
    />
  ));
}
