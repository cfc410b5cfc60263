import "server-only";
import type { Step } from "#domain/course/course";
import { decisiveSteps } from "#domain/progress/locks";
import type { LessonFile } from "../lesson-file.ts";
import type { Problem } from "../problem.ts";
import type { Written } from "./written.ts";

/** What authors let wait for something: a step, or a lesson with all of its steps. */
type Waiting = { readonly file: LessonFile; readonly step: Step | null; readonly path: readonly PropertyKey[] };

/** What has to be done before can be done, and is there: in the Polish pages, since the English ones have the same. */
export function lockProblems({ lessons }: Written): Problem[] {
  const polish = lessons.filter(({ locale }) => locale === "pl");
  const modules = Map.groupBy(polish, ({ lesson }) => lesson.module);
  return [...modules.values()].flatMap((files) => [
    ...files.flatMap((file) => [...lessonProblems(file, files), ...stepsOf(file).flatMap((step) => own(step, files))]),
    ...rounds(files),
  ]);
}

const stepsOf = (file: LessonFile) =>
  file.lesson.steps.map((step, index) => ({ file, step, path: ["steps", index, "after"] }));

const problemAt = ({ file, path }: Waiting, place: number | null, message: string, fix: string): Problem => ({
  file: file.file,
  line: file.lineOf(place === null ? path : [...path, place]),
  message,
  fix,
});

function lessonProblems(file: LessonFile, files: readonly LessonFile[]): Problem[] {
  const waiting = { file, step: null, path: ["after"] };
  return file.lesson.after.flatMap((slug, place) => {
    const before = files.find(({ lesson }) => lesson.slug === slug)?.lesson;
    if (!before)
      return problemAt(waiting, place, `no lesson of the module is called ${slug}`, "correct the name, or take it out");
    if (before === file.lesson) return problemAt(waiting, place, `${slug} waits for itself`, "take it out");
    if (before.steps.length === 0)
      return problemAt(
        waiting,
        place,
        `${slug} has no steps, so nothing waits for it`,
        "give it a step, or take it out",
      );
    const isVain =
      before.steps.every(({ optional }) => optional) && file.lesson.steps.some(({ optional }) => !optional);
    return isVain ? problemAt(waiting, place, ...optionalFirst(slug)) : [];
  });
}

function own(waiting: Waiting & { readonly step: Step }, files: readonly LessonFile[]): Problem[] {
  const known = files.flatMap(({ lesson }) => lesson.steps);
  return waiting.step.after.flatMap((id, place) => {
    const before = known.find((step) => step.id === id);
    if (!before)
      return problemAt(waiting, place, `no step of the module is called ${id}`, "correct the id, or take it out");
    return before.optional && !waiting.step.optional ? problemAt(waiting, place, ...optionalFirst(id)) : [];
  });
}

const optionalFirst = (name: string): [message: string, fix: string] => [
  `what is required waits for ${name}, which is optional`,
  "make both required, or both optional",
];

/** Steps that wait for each other can never be ticked. Each round is told once, where its first step waits. */
function rounds(files: readonly LessonFile[]): Problem[] {
  const steps = files.flatMap(stepsOf);
  const told = new Set<string>();
  return steps.flatMap((waiting) => {
    const round = told.has(waiting.step.id) ? null : roundFrom(waiting.step.id, files);
    if (!round) return [];
    for (const id of round) told.add(id);
    const path = waiting.step.after.length > 0 ? waiting.path : ["after"];
    const way = [...round, waiting.step.id].join(" → ");
    return problemAt({ ...waiting, path }, null, `these wait for each other: ${way}`, "take one of them out");
  });
}

/** The shortest way from a step, over what it waits for, back to itself. */
function roundFrom(start: string, files: readonly LessonFile[]): readonly string[] | null {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const id of waitsFor(way.at(-1) ?? "", files)) {
      if (id === start) return way;
      if (!seen.has(id)) ways.push([...way, id]);
      seen.add(id);
    }
  }
  return null;
}

function waitsFor(id: string, files: readonly LessonFile[]): readonly string[] {
  const lesson = files.find((file) => file.lesson.steps.some((step) => step.id === id))?.lesson;
  const before = files.filter((file) => file.lesson !== lesson && lesson?.after.includes(file.lesson.slug));
  const step = lesson?.steps.find((candidate) => candidate.id === id);
  return [
    ...(step?.after ?? []),
    ...before.flatMap((file) => decisiveSteps(file.lesson, new Set()).map((one) => one.id)),
  ];
}
