import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { secondAsked } from "#domain/course/timecode";
import { lessonPageFor } from "#server/course/queries";
import { noteLook } from "#server/person/commands";
import { requireInstructor } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { LessonView } from "../../../../../../../lesson-view.tsx";
import { lookedAt } from "../../../looked-at.ts";

type Props = {
  params: Promise<{ student: string; module: string; lesson: string }>;
  searchParams: Promise<{ t?: string | string[] }>;
};

async function pageFor(params: Props["params"]) {
  const student = await lookedAt(params);
  const { module, lesson } = await params;
  const page = student && (await lessonPageFor(student, await currentLocale(), lesson));
  return page?.module.slug === module ? { student, page } : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageFor(params))?.page.title ?? null };
}

/** A lesson with the student's ticks, to look at and not to touch. */
export default async function LessonAsPage({ params, searchParams }: Props) {
  const found = await pageFor(params);
  if (!found?.student) notFound();
  const { student, page } = found;
  await noteLook(await requireInstructor(), student.id);
  const { t } = await searchParams;
  const base = `/desk/students/${student.id}/as`;
  return (
    <LessonView
      page={page}
      module={page.module}
      student={student}
      isObserved={false}
      locale={await currentLocale()}
      startAt={secondAsked(typeof t === "string" ? t : "")}
      mark={null}
      base={base}
    />
  );
}
