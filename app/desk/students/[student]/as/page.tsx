import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { storedKeyOf } from "#server/credential/queries";
import { noteLook } from "#server/person/commands";
import { requireInstructor } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { HomeView } from "../../../../home-view.tsx";
import { lookedAt } from "./looked-at.ts";

type Props = { params: Promise<{ student: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("seeAs"))("title") };
}

/** What the student sees first, to look at and not to touch. */
export default async function HomeAsPage({ params }: Props) {
  const student = await lookedAt(params);
  if (!student) notFound();
  await noteLook(await requireInstructor(), student.id);
  const key = await storedKeyOf(student);
  return (
    <HomeView
      student={student}
      locale={await currentLocale()}
      hasKey={key !== null}
      base={`/desk/students/${student.id}/as`}
    />
  );
}
