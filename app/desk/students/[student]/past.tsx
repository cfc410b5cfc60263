import { getTranslations } from "next-intl/server";
import { PastCases } from "#components/desk/person/past-cases";
import { Timeline } from "#components/desk/timeline";
import { TestHistoryList } from "#components/test/history";
import { Card } from "#components/ui/card";
import { stepsOf } from "#domain/course/course";
import { testsOf } from "#server/access-test/queries";
import { causeTitles } from "#server/course/queries";
import { casesOf, storyOf } from "#server/person/queries";
import type { Shared } from "./cases.tsx";

const TESTS_SHOWN = 10;

/** What was: every test with its checks, reasons for help that are over, and all of it in one order. */
export async function Past({ instructor, student, module, locale }: Shared) {
  const [t, tStatus, tests, story, cases] = await Promise.all([
    getTranslations("desk.person"),
    getTranslations("desk.status"),
    testsOf(student, TESTS_SHOWN),
    storyOf(instructor, student),
    casesOf(instructor, student),
  ]);
  const titles = await causeTitles(locale, [
    ...tests.flatMap(({ checks }) => checks.map(({ cause }) => cause)),
    ...[...story, ...cases].map(({ cause }) => cause),
  ]);
  const steps = new Map(stepsOf(module).map(({ id, title }) => [id, title]));
  const reasonFor = ({ cause, status }: Pick<(typeof story)[number], "cause" | "status">) =>
    (cause && titles[cause]) || (status ? tStatus(status) : "");
  const told = story.map(({ stepId, word, ...entry }) => ({
    ...entry,
    step: steps.get(stepId ?? "") ?? stepId ?? "",
    word: word ?? "",
    reason: reasonFor(entry),
  }));
  const over = cases.flatMap(({ closedAt, ...one }) =>
    closedAt ? [{ ...one, closedAt, reason: reasonFor(one), step: steps.get(one.stepId ?? "") ?? null }] : [],
  );
  return (
    <>
      <Card className="p-6" aria-labelledby="tests">
        <h2 id="tests" className="font-bold text-xl">
          {t("tests")}
        </h2>
        {tests.length === 0 ? (
          <p className="mt-2 text-base-content/75">{t("noTests")}</p>
        ) : (
          <TestHistoryList tests={tests} causes={titles} />
        )}
      </Card>
      <PastCases cases={over} />
      <Card className="p-6" aria-labelledby="history">
        <h2 id="history" className="font-bold text-xl">
          {t("history")}
        </h2>
        <Timeline entries={told} />
      </Card>
    </>
  );
}
