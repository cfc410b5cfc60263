import "server-only";
import { CHECKS } from "#domain/check/check";
import type { Step } from "#domain/course/course";
import { timecodeOf } from "#domain/course/timecode";
import { haveSameSteps } from "../course.ts";
import type { LessonFile } from "../lesson-file.ts";
import { videoOf } from "../module-folder.ts";
import type { Problem } from "../problem.ts";
import { hasAnchor, type Written } from "./written.ts";

/** A step with the place where it is written. */
type Placed = { readonly step: Step; readonly index: number; readonly file: LessonFile };

const placed = (file: LessonFile): Placed[] => file.lesson.steps.map((step, index) => ({ step, index, file }));

const problem = ({ file, index }: Placed, key: string, message: string, fix: string): Problem => ({
  file: file.file,
  line: file.lineOf(["steps", index, key]),
  message,
  fix,
});

export function stepProblems(written: Written): Problem[] {
  const polish = written.lessons.filter(({ locale }) => locale === "pl");
  const steps = polish.flatMap(placed);
  return [
    ...written.lessons.flatMap(placed).flatMap((step) => [...anchorProblems(step), ...timeProblems(step, written)]),
    ...written.lessons.flatMap(sharedAnchors),
    ...twice(steps),
    ...proofs(steps),
    ...polish.flatMap((file) => translation(file, written)),
  ];
}

function anchorProblems(place: Placed): Problem[] {
  const { step, file } = place;
  if (hasAnchor(file, step.anchor)) return [];
  const known = file.page.sections.map(({ anchor }) => anchor).join(", ");
  return [
    problem(
      place,
      "anchor",
      `no heading has the anchor ${step.anchor}`,
      `choose one of ${known || "the headings to come"}`,
    ),
  ];
}

function sharedAnchors(file: LessonFile): Problem[] {
  const steps = placed(file);
  const isSecond = ({ step, index }: Placed) =>
    steps.some((other) => other.index < index && other.step.anchor === step.anchor);
  return steps
    .filter(isSecond)
    .map((place) =>
      problem(place, "anchor", `${place.step.anchor} already explains another step`, "give each step its own heading"),
    );
}

function timeProblems(place: Placed, { folders }: Written): Problem[] {
  const { step, file } = place;
  if (step.at === null) return [];
  const folder = folders.find(({ slug }) => slug === file.lesson.module);
  const video = folder && videoOf(folder, file.front);
  if (!video)
    return [problem(place, "at", "a time, but the page has no video", "name the video, or take the time out")];
  if (step.at < video.seconds) return [];
  const end = timecodeOf(video.seconds);
  return [problem(place, "at", `${timecodeOf(step.at)} is behind the end of the video (${end})`, "correct the time")];
}

/** Ticks refer to ids, so no two steps of the course share one. */
function twice(steps: readonly Placed[]): Problem[] {
  return steps
    .filter((place, at) => steps.slice(0, at).some(({ step }) => step.id === place.step.id))
    .map((place) => problem(place, "id", `the step ${place.step.id} is declared twice`, "give one of them another id"));
}

function proofs(steps: readonly Placed[]): Problem[] {
  return CHECKS.flatMap((check): Problem[] => {
    const [first, ...others] = steps.filter(({ step }) => step.check === check);
    const rule = "let exactly one step have it";
    if (!first && steps.length > 0) {
      const file = steps[0]?.file.file ?? "";
      return [{ file, line: 1, message: `no step of the course is proved by ${check}`, fix: rule }];
    }
    return others.map((place) => problem(place, "check", `${check} already proves the step ${first?.step.id}`, rule));
  });
}

function translation(polish: LessonFile, { lessons }: Written): Problem[] {
  const english = lessons.find(({ locale, lesson }) => locale === "en" && lesson.slug === polish.lesson.slug);
  if (!english) return [];
  if (polish.lesson.provider !== english.lesson.provider) {
    const message = "provider is not that of the Polish page";
    return [{ file: english.file, line: english.lineOf(["provider"]), message, fix: "make them the same" }];
  }
  const other = ["optional", "after", "since", "cohorts"] as const;
  const unlike = other.find((key) => String(polish.front[key]) !== String(english.front[key]));
  if (unlike) {
    const message = `${unlike} is not that of the Polish page`;
    return [{ file: english.file, line: english.lineOf([unlike]), message, fix: "make them the same" }];
  }
  const ids = polish.lesson.steps.map(({ id }) => id).join(", ");
  const fix = `have the steps of ${polish.file} in its order: ${ids}`;
  const line = english.lineOf(["steps"]);
  if (!haveSameSteps(polish.lesson, english.lesson)) {
    return [{ file: english.file, line, message: "the steps are not those of the Polish page", fix }];
  }
  return placed(english).flatMap((place) => {
    const own = polish.lesson.steps[place.index];
    const keys = ["check", "at", "optional", "after", "since"] as const;
    const others = keys.filter((key) => String(own?.[key]) !== String(place.step[key]));
    const message = `check, at, optional, after or since of ${place.step.id} are not those of the Polish page`;
    return others.length === 0 ? [] : [problem(place, "id", message, "make them the same")];
  });
}
