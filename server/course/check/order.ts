import "server-only";
import { stepsOf } from "#domain/course/course";
import { lockOf } from "#domain/progress/reader";
import type { LessonFile } from "../lesson-file.ts";
import type { Problem } from "../problem.ts";
import type { Written } from "./written.ts";

/** What has to come first must be there, and must not wait for what waits for it. */
export function orderProblems({ lessons }: Written): Problem[] {
  const polish = lessons.filter(({ locale }) => locale === "pl");
  return [...polish.flatMap((file) => unknown(file, polish)), ...circles(polish)];
}

function unknown(file: LessonFile, all: readonly LessonFile[]): Problem[] {
  const steps = new Set(all.flatMap(({ lesson }) => lesson.steps.map(({ id }) => id)));
  const names = new Set(all.map(({ lesson }) => lesson.slug));
  const lost = (path: readonly PropertyKey[], kind: string, name: string): Problem => ({
    file: file.file,
    line: file.lineOf(path),
    message: `there is no ${kind} ${name} to come first`,
    fix: "correct the name",
  });
  return [
    ...(file.lesson.after ?? []).filter((name) => !names.has(name)).map((name) => lost(["after"], "lesson", name)),
    ...file.lesson.steps.flatMap(({ after = [] }, index) =>
      after.filter((id) => !steps.has(id)).map((id) => lost(["steps", index, "after"], "step", id)),
    ),
  ];
}

/** A step that can never be done, since it is to come before itself. */
function circles(files: readonly LessonFile[]): Problem[] {
  const module = { slug: "", title: "", order: 0, videos: [], lessons: files.map(({ lesson }) => lesson) };
  const before = new Map(stepsOf(module).map((step) => [step.id, lockOf(module, step, new Set()).map(({ id }) => id)]));
  const comesBefore = (id: string, seen: Set<string>): Set<string> => {
    for (const other of before.get(id) ?? []) {
      if (!seen.has(other)) comesBefore(other, seen.add(other));
    }
    return seen;
  };
  return files.flatMap((file) =>
    file.lesson.steps.flatMap(({ id }, index) =>
      comesBefore(id, new Set()).has(id)
        ? [
            {
              file: file.file,
              line: file.lineOf(["steps", index, "after"]),
              message: `${id} has to be done before itself`,
              fix: "take one of the `after` out",
            },
          ]
        : [],
    ),
  );
}
