import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { DidNotice } from "#components/desk/did-notice";
import { Devices } from "#components/desk/person/devices";
import { Notes } from "#components/desk/person/notes";
import { PersonFacts } from "#components/desk/person-facts";
import { PersonSteps } from "#components/desk/person-steps";
import { RemoveStudent } from "#components/desk/remove-student";
import { ScreensOfPerson } from "#components/desk/screens/screens-of-person";
import { studentOf } from "#server/cohort/queries";
import { moduleFor } from "#server/course/queries";
import { storedKeyOf } from "#server/credential/queries";
import { notesOf } from "#server/note/queries";
import { devicesOf } from "#server/person/queries";
import { countOfScreensOf } from "#server/screen/queries";
import { isRecent, requireInstructor, requireViewer } from "#server/viewer";
import { waiversOf } from "#server/waiver/queries";
import { currentLocale } from "#server/wording/locale";
import { takeBack } from "../../actions.ts";
import { didIn } from "../../did.ts";
import { endOfWaiver } from "../../waive/actions.ts";
import { addNoteTo, remove, removeNote } from "./actions.ts";
import { Cases } from "./cases.tsx";
import { Past } from "./past.tsx";
import { StudentThread } from "./student-thread.tsx";

type Props = {
  params: Promise<{ student: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

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

export default async function StudentPage({ params, searchParams }: Props) {
  const student = await studentIn(params);
  if (!student) notFound();
  const [instructor, query, locale] = [await requireInstructor(), await searchParams, await currentLocale()];
  const [t, module, key, screens, waivers, notes, devices] = await Promise.all([
    getTranslations("desk.person"),
    moduleFor(student, locale),
    storedKeyOf(student),
    countOfScreensOf(student),
    waiversOf(student),
    notesOf(instructor, student.id),
    devicesOf(student),
  ]);
  const isFresh = isRecent(await requireViewer(), new Date());
  const [done, canned] = [didIn(query), typeof query.answer === "string" ? query.answer : null];
  const shared = { instructor, student, module, locale };
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <Link href="/desk" className="link link-hover inline-flex items-center gap-1.5 text-base-content/70 text-sm">
        <ArrowLeft className="size-4" aria-hidden="true" /> {t("back")}
      </Link>
      <h1 className="mt-3 font-bold text-3xl">{student.name}</h1>
      <ScreensOfPerson count={screens} />
      {done && (
        <div className="mt-4">
          <DidNotice done={done} back="" person={student.id} takeBack={takeBack} />
        </div>
      )}
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="space-y-6">
          <Cases {...shared} />
          <StudentThread {...shared} canned={canned} />
          <Past {...shared} />
        </div>
        <aside className="space-y-6">
          <PersonFacts student={student} keyStoredAt={key?.storedAt ?? null} />
          <PersonSteps
            module={module}
            records={student.progress}
            waivers={waivers}
            studentId={student.id}
            endWaiver={student.isManaged ? endOfWaiver : null}
          />
          <Notes studentId={student.id} notes={notes} add={addNoteTo} remove={removeNote} />
          <Devices devices={devices} />
          {student.isManaged && <RemoveStudent studentId={student.id} remove={isFresh ? remove : null} />}
        </aside>
      </div>
    </div>
  );
}
