import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { OpenRequest } from "#components/desk/open-request";
import { PersonFacts } from "#components/desk/person-facts";
import { PersonSteps } from "#components/desk/person-steps";
import { RemoveStudent } from "#components/desk/remove-student";
import { ScreensOfPerson } from "#components/desk/screens/screens-of-person";
import { Timeline } from "#components/desk/timeline";
import { TestHistoryList } from "#components/test/history";
import { Card } from "#components/ui/card";
import { stepsOf } from "#domain/course/course";
import { testsOf } from "#server/access-test/queries";
import { studentOf, timelineOf } from "#server/cohort/queries";
import { causeTitles, moduleFor } from "#server/course/queries";
import { storedKeyOf } from "#server/credential/queries";
import { openRequestOf } from "#server/help/queries";
import { countOfScreensOf } from "#server/screen/queries";
import { isRecent, requireInstructor, requireViewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { markAnswered, remove } from "./actions.ts";

type Props = { params: Promise<{ student: string }> };

const TESTS_SHOWN = 10;
const StudentId = z.uuid();

/** The student if they are in one of the viewer's cohorts; anybody else looks like nobody. */
async function studentIn(params: Props["params"]) {
  const instructor = await requireInstructor();
  const id = StudentId.safeParse((await params).student);
  return id.success ? studentOf(instructor, id.data) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await studentIn(params))?.name ?? null };
}

export default async function StudentPage({ params }: Props) {
  const student = await studentIn(params);
  if (!student) notFound();
  const locale = await currentLocale();
  const [t, module, tests, timeline, request, key, screens] = await Promise.all([
    getTranslations("desk.person"),
    moduleFor(student, locale),
    testsOf(student, TESTS_SHOWN),
    timelineOf(student),
    openRequestOf(student),
    storedKeyOf(student),
    countOfScreensOf(student),
  ]);
  const titles = await causeTitles(locale, [
    ...tests.flatMap(({ checks }) => checks.map(({ cause }) => cause)),
    request?.cause ?? null,
  ]);
  const steps = stepsOf(module);
  const isFresh = isRecent(await requireViewer(), new Date());
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <Link href="/desk" className="link link-hover inline-flex items-center gap-1.5 text-base-content/70 text-sm">
        <ArrowLeft className="size-4" aria-hidden="true" /> {t("back")}
      </Link>
      <h1 className="mt-3 font-bold text-3xl">{student.name}</h1>
      <ScreensOfPerson count={screens} />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="space-y-6">
          {request && (
            <OpenRequest
              request={request}
              takenFor={request.cause && (titles[request.cause] ?? null)}
              studentId={student.id}
              answer={markAnswered}
            />
          )}
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
          <Card className="p-6" aria-labelledby="history">
            <h2 id="history" className="font-bold text-xl">
              {t("history")}
            </h2>
            <Timeline entries={timeline} titles={new Map(steps.map(({ id, title }) => [id, title]))} />
          </Card>
        </div>
        <aside className="space-y-6">
          <PersonFacts student={student} keyStoredAt={key?.storedAt ?? null} />
          <PersonSteps module={module} records={student.progress} />
          {student.isManaged && <RemoveStudent studentId={student.id} remove={isFresh ? remove : null} />}
        </aside>
      </div>
    </div>
  );
}
