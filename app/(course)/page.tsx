import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { KeyCard } from "#components/home/key-card";
import { moduleFor } from "#server/course/queries";
import { storedKeyOf } from "#server/credential/queries";
import { requireStudent, requireViewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { HomeView } from "../home-view.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const module = await moduleFor(await requireViewer(), await currentLocale());
  return { title: module.title };
}

export default async function HomePage() {
  const { student: learner } = await requireViewer();
  if (!learner) redirect("/desk");
  const student = await requireStudent();
  const key = await storedKeyOf(student);
  return (
    <HomeView student={student} locale={await currentLocale()} hasKey={key !== null}>
      <KeyCard storedKey={key} />
    </HomeView>
  );
}
