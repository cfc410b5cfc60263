import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { shelfOf } from "#domain/cause/catalogue";
import { isCauseId } from "#domain/cause/cause";
import { timecodeOf } from "#domain/course/timecode";
import type { CauseFile } from "../cause-file.ts";
import { videoOf } from "../module-folder.ts";
import type { Problem } from "../problem.ts";
import { hasAnchor, lessonIn, type Written } from "./written.ts";

export async function causeProblems(written: Written): Promise<Problem[]> {
  const strangers = await strangersIn(written.directory);
  return [
    ...strangers,
    ...written.causes.flatMap((cause) => [
      ...placeProblems(cause, written),
      ...wordProblems(cause),
      ...translation(cause, written),
    ]),
  ];
}

/** Pages that no cause of the catalogue will ever open. */
async function strangersIn(directory: string): Promise<Problem[]> {
  const names = await readdir(join(directory, "causes")).catch(() => []);
  return names
    .filter((name) => name.endsWith(".md") && !isCauseId(name.replace(/(\.en)?\.md$/, "")))
    .map((name) => ({
      file: `causes/${name}`,
      line: 1,
      message: "no cause has this name",
      fix: "rename or delete the page",
    }));
}

const problem = ({ file, lineOf }: CauseFile, key: string, message: string, fix: string): Problem => ({
  file,
  line: lineOf([key]),
  message,
  fix,
});

/** The lesson, its heading and the second of its video that a failed check opens. */
function placeProblems(cause: CauseFile, written: Written): Problem[] {
  const { lesson: slug, anchor, at } = cause.front;
  if (slug === null) {
    return anchor === null && at === null
      ? []
      : [problem(cause, "anchor", "a place, but no lesson", "name the lesson")];
  }
  const lesson = lessonIn(written, slug, cause.locale);
  if (!lesson) return [problem(cause, "lesson", `there is no lesson ${slug}`, "correct the name")];
  const folder = written.folders.find((candidate) => candidate.slug === lesson.lesson.module);
  const video = folder && videoOf(folder, lesson.front);
  const problems: Problem[] = [];
  if (anchor !== null && !hasAnchor(lesson, anchor)) {
    problems.push(
      problem(cause, "anchor", `${lesson.file} has no heading with the anchor ${anchor}`, "correct the anchor"),
    );
  }
  if (at !== null && at >= (video?.seconds ?? 0)) {
    const end = video ? `its video ends at ${timecodeOf(video.seconds)}` : "it has no video";
    problems.push(problem(cause, "at", `${timecodeOf(at)} cannot be shown: ${end}`, "correct the time"));
  }
  return problems;
}

/** Without its words nobody can tell in the catalogue which message it is; the two that have none stand for no message. */
function wordProblems(page: CauseFile): Problem[] {
  const isNeeded = shelfOf(page.cause) !== null;
  if (!isNeeded || page.front.words.length > 0) return [];
  return [problem(page, "words", "no words by which the message is recognised", "quote some of the provider's")];
}

function translation(english: CauseFile, { causes }: Written): Problem[] {
  if (english.locale !== "en") return [];
  const polish = causes.find(({ cause, locale }) => cause === english.cause && locale === "pl");
  const keys = (["lesson", "at", "retry", "onWhom", "settings", "words"] as const).filter(
    (key) => polish !== undefined && JSON.stringify(polish.front[key]) !== JSON.stringify(english.front[key]),
  );
  return keys.map((key) => problem(english, key, `${key} is not that of the Polish page`, "make them the same"));
}
