import "server-only";
import { join } from "node:path";
import { LOCALES } from "#domain/course/course";
import { ownFile } from "#domain/course/film-source";
import { timecodeOf } from "#domain/course/timecode";
import { isServed } from "../media.ts";
import { isThere } from "../memory.ts";
import type { ModuleFolder } from "../module-folder.ts";
import type { Problem } from "../problem.ts";
import { captionProblems } from "./captions.ts";
import { playlistProblems } from "./playlist.ts";

type Video = ModuleFolder["videos"][number];
type Told = (message: string, fix: string, ...path: PropertyKey[]) => Problem;

/** What is wrong with a video of a module, and with the files that it names. */
export async function videoProblems(directory: string, folder: ModuleFolder, index: number): Promise<Problem[]> {
  const video = folder.videos[index];
  if (!video) return [];
  const { slug, lineOf } = folder;
  const at: Told = (message, fix, ...path) => {
    const line = lineOf(["videos", index, ...path]);
    return { file: `${slug}/module.yaml`, line, message, fix };
  };
  const own = ownFile(video.source);
  const [lost, captions, playlist] = await Promise.all([
    lostFiles(join(directory, slug), video, at),
    Promise.all(video.captions.map(({ file }) => captionProblems(directory, `${slug}/${file}`, video.seconds))),
    own !== null && video.source.kind === "hls" ? playlistProblems(directory, `${slug}/${own}`) : [],
  ]);
  const twice = folder.videos.slice(0, index).some(({ id }) => id === video.id);
  const named = twice ? [at(`another video is called ${video.id} too`, "rename one of them", "id")] : [];
  return [
    ...named,
    ...lost,
    ...chapterProblems(video, at),
    ...languageProblems(video, at),
    ...captions.flat(),
    ...playlist,
  ];
}

function lostFiles(folder: string, { source, poster, captions }: Video, at: Told): Problem[] {
  const named: [string, ...PropertyKey[]][] = captions.map(({ file }, index) => [file, "captions", index, "file"]);
  if (poster !== null) named.push([poster, "poster"]);
  const own = ownFile(source);
  if (own !== null) named.push([own, source.kind]);
  return named.flatMap(([name, ...path]) => {
    const fix = "add the file (`npm run video` makes ours), or correct its name";
    if (!isThere(join(folder, name))) return [at(`there is no file ${folder.split("/").at(-1)}/${name}`, fix, ...path)];
    return isServed(name)
      ? []
      : [at(`the portal hands out no such file: ${name}`, "use .mp4, .vtt, .srt, .jpg, .png or .webp", ...path)];
  });
}

function chapterProblems({ chapters, seconds }: Video, at: Told): Problem[] {
  return chapters.flatMap((chapter, index) => {
    const path = ["chapters", index, "at"];
    const before = chapters[index - 1]?.at ?? -1;
    const time = timecodeOf(chapter.at);
    return [
      ...(chapter.at >= seconds ? [at(`the chapter at ${time} is behind the end`, "correct the time", ...path)] : []),
      ...(chapter.at <= before
        ? [at(`the chapters are not in the order of their times: ${time} comes too late`, "sort them", ...path)]
        : []),
    ];
  });
}

function languageProblems({ captions }: Video, at: Told): Problem[] {
  return LOCALES.flatMap((locale) => {
    const again = captions.findIndex(
      (one, index) => one.locale === locale && captions.slice(0, index).some((other) => other.locale === locale),
    );
    return again < 0
      ? []
      : [at(`there are two files of captions for ${locale}`, "take one of them out", "captions", again)];
  });
}
