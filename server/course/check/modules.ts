import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { captionsOf } from "#domain/course/captions";
import { timecodeOf } from "#domain/course/timecode";
import { fileOf, filesOf } from "../lesson-file.ts";
import { isThere } from "../memory.ts";
import type { ModuleFolder } from "../module-folder.ts";
import type { Problem } from "../problem.ts";
import type { Written } from "./written.ts";

export async function moduleProblems({ directory, folders, lessons }: Written): Promise<Problem[]> {
  const videos = folders.flatMap((folder) => folder.videos.map((_, index) => videoProblems(directory, folder, index)));
  const nameless = lessons.filter(({ front, lesson }) => {
    const folder = folders.find(({ slug }) => slug === lesson.module);
    return front.video && !folder?.videos.some(({ id }) => id === front.video);
  });
  return [
    ...folders.flatMap(forgottenIn),
    ...sameNames(folders),
    ...(await Promise.all(videos)).flat(),
    ...nameless.map(({ file, front, lineOf }) => {
      const message = `module.yaml has no video ${front.video}`;
      return { file, line: lineOf(["video"]), message, fix: "correct the name, or add the video" };
    }),
  ];
}

function forgottenIn({ slug, forgotten, problems }: ModuleFolder): Problem[] {
  if (problems.length > 0) return [];
  const fix = "add its name to the lessons of module.yaml; it stands last until then";
  return forgotten.map((page) => ({
    file: fileOf(slug, page, "pl"),
    line: 1,
    message: "module.yaml does not name this page",
    fix,
  }));
}

/** A lesson is looked for by its name alone. */
function sameNames(folders: readonly ModuleFolder[]): Problem[] {
  const pages = folders.flatMap(({ slug, lessons }) => lessons.map((lesson) => ({ slug, lesson })));
  return pages
    .filter(({ lesson }, at) => pages.slice(0, at).some((other) => other.lesson === lesson))
    .map(({ slug, lesson }) => {
      const message = `another page is called ${lesson} too`;
      return { file: fileOf(slug, lesson, "pl"), line: 1, message, fix: "rename one of them" };
    });
}

async function videoProblems(
  directory: string,
  { slug, lineOf, videos }: ModuleFolder,
  index: number,
): Promise<Problem[]> {
  const file = `${slug}/module.yaml`;
  const video = videos[index];
  if (!video) return [];
  const at = (message: string, fix: string, ...path: PropertyKey[]): Problem => ({
    file,
    line: lineOf(["videos", index, ...path]),
    message,
    fix,
  });
  const files = [...filesOf(video.source), video.poster, ...video.captions.map((caption) => caption.file)].filter(
    (name) => name !== null,
  );
  const there = await Promise.all(files.map((name) => isThere(join(directory, slug, name))));
  const lost = files.filter((_, index) => !there[index]);
  const late = video.chapters.filter((chapter) => chapter.at >= video.seconds);
  const order = video.chapters.every((chapter, index) => chapter.at > (video.chapters[index - 1]?.at ?? -1));
  return [
    ...lost.map((name) =>
      at(`there is no file ${slug}/${name}`, "add the file (`npm run video` makes ours), or correct its name"),
    ),
    ...late.map((chapter) =>
      at(`the chapter at ${timecodeOf(chapter.at)} is behind the end`, "correct the time", "chapters"),
    ),
    ...(order ? [] : [at("the chapters are not in the order of their times", "sort them", "chapters")]),
    ...(await captionProblems(directory, slug, video)),
  ];
}

/** What a reader of the transcript would miss. */
async function captionProblems(directory: string, slug: string, { captions, seconds }: ModuleFolder["videos"][number]) {
  const read = captions.map(async ({ file: name }): Promise<Problem[]> => {
    const file = `${slug}/${name}`;
    const text = await readFile(join(directory, file), "utf8").catch(() => null);
    if (text === null) return [];
    const { cues, faults } = captionsOf(text, seconds);
    const fix = "write 00:03:23.000 --> 00:03:27.500 within the video, and the words below";
    const said = faults.map(({ line, fault }) => ({
      file,
      line,
      message: `a caption that cannot be shown: ${fault}`,
      fix,
    }));
    const empty = { file, line: 1, message: "there are no captions in it", fix: "write them as WebVTT" };
    return cues.length === 0 && said.length === 0 ? [empty] : said;
  });
  return (await Promise.all(read)).flat();
}
