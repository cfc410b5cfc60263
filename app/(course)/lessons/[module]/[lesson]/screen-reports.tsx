import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ScreenReport } from "#components/screen/screen-report";
import { screenWords } from "#components/screen/screen-words";
import type { Lesson } from "#domain/course/course";
import { whenAgainOf } from "#server/door/come-back";
import { draft } from "#server/door/draft";
import { ownReportsOf } from "#server/screen/queries";
import type { Student } from "#server/viewer";
import { takeBack } from "./screen-actions.ts";

/** Of a plain form that was sent from here: for which section, what came of it, and when to come back. */
export type ScreenQuery = Partial<Record<"screen" | "said" | "again", string | string[]>>;
type Section = { readonly anchor: string; readonly title: string };

/** What stands below each section of a lesson; nothing for whoever is no student. */
export async function screenReports(
  student: Student | null,
  { module, slug: lesson }: Lesson,
  { screen, said, again }: ScreenQuery,
): Promise<(section: Section) => ReactNode> {
  if (!student) return () => null;
  const words = screenWords(await getTranslations("screens"));
  const own = await ownReportsOf(student, { module, lesson });
  const answers = ["sent", ...Object.keys(words.refusal)] as ("sent" | keyof typeof words.refusal)[];
  const answer = answers.find((known) => known === said);
  const first = answer && {
    said: answer,
    when: await whenAgainOf(again),
    text: answer === "sent" ? "" : await draft(),
  };
  return ({ anchor, title }) => (
    <ScreenReport
      title={title}
      place={{ module, lesson, anchor }}
      words={words}
      first={screen === anchor && first ? first : null}
      reports={own.filter((report) => report.anchor === anchor)}
      takeBack={takeBack}
    />
  );
}
