import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CaptionFault, captionsOf, isWebVtt } from "#domain/course/captions";
import type { Problem } from "../problem.ts";

const FAULTS: Readonly<Record<CaptionFault["fault"], readonly [message: string, fix: string]>> = {
  "no time": ["these captions have no time", "put one above them, such as 00:01:05.000 --> 00:01:09.500"],
  "unreadable time": ["this time cannot be read", "write it as 00:01:05.000 --> 00:01:09.500 (in .srt with commas)"],
  "ends too early": ["this caption ends before it begins", "correct its times"],
  "behind the end": ["this caption is behind the end of the video", "correct its times, or the video's seconds"],
};

/** What is wrong in a file of captions, line by line; one that is not there is told with the video that names it. */
export async function captionProblems(directory: string, file: string, seconds: number): Promise<Problem[]> {
  const text = await readFile(join(directory, file), "utf8").catch(() => null);
  if (text === null) return [];
  const first = { file, line: 1 };
  if (file.endsWith(".vtt") && !isWebVtt(text))
    return [{ ...first, message: "the first line is not WEBVTT", fix: "write WEBVTT, and an empty line below it" }];
  const { cues, faults } = captionsOf(text, seconds);
  if (cues.length + faults.length === 0)
    return [
      { ...first, message: "there are no captions in this file", fix: "write them, or take it out of module.yaml" },
    ];
  return faults.map(({ line, fault }) => ({ file, line, message: FAULTS[fault][0], fix: FAULTS[fault][1] }));
}
