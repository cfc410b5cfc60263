import { chmod } from "node:fs/promises";
import { aCourse, aLesson, aStep } from "../../server/course/a-course.ts";

const BODY = "# Pierwsza lekcja\n\n## Zrób to\n\nTak.\n\n## Potem to\n\nTak.\n\n## Na koniec to\n\nTak.\n";
const step = (id: string, title: string, anchor: string, more = "") =>
  aStep(id, anchor, more).replace(`Krok ${id}`, title);
const lesson = (title: string, front: string, steps: string) =>
  aLesson({ steps, body: BODY.replace("Pierwsza lekcja", title) })
    .replace("minutes: 5", `minutes: 5\n${front}`)
    .replace("video: film\n", "")
    .replaceAll(', at: "2:05"', "");

/** A course with a step that waits, one that is new, a lesson that waits and one for a cohort; the confined web process may read it. */
export async function aCourseFor(cohort: string): Promise<string> {
  const directory = await aCourse({
    "m1/module.yaml":
      "title: { pl: Próbny moduł, en: Trial module }\norder: 1\nlessons: [lekcja, druga, grupowa]\nvideos: []\n",
    "m1/lekcja.md": lesson(
      "Pierwsza lekcja",
      "",
      step("a", "Zrób to", "zrob-to") +
        step("b", "Potem to", "potem-to", ", after: [a]") +
        step("c", "Na koniec to", "na-koniec-to", ", since: 2026-11-01"),
    ),
    "m1/druga.md": lesson("Druga lekcja", "after: [lekcja]\noptional: true", step("d", "Dla chętnych", "zrob-to")),
    "m1/grupowa.md": lesson("Lekcja grupy", `cohorts: [${cohort}]\noptional: true`, step("e", "Razem", "zrob-to")),
  });
  await chmod(directory, 0o755);
  return directory;
}
