import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Captions, type Cue, captionsIn } from "#domain/course/captions";
import type { Locale, Video } from "#domain/course/course";
import { memory, stampOf } from "./memory.ts";

/** What is said in a film, in the language that it is written in. */
export type Transcript = { readonly locale: Locale; readonly cues: readonly Cue[] };

const NOTHING: Captions = { cues: [], faults: [] };
const remember = memory<Promise<Captions>>();

/** A file of captions, read anew when it has changed; one that is not there says nothing. */
export async function captionsOf(directory: string, path: string): Promise<Captions> {
  const file = join(directory, path);
  return remember(file, await stampOf([file]), () => readFile(file, "utf8").then(captionsIn, () => NOTHING));
}

/** The captions in the reader's language, or in the other one while there are none; null where nothing is said. */
export async function transcriptOf(
  directory: string,
  module: string,
  video: Pick<Video, "captions">,
  locale: Locale,
): Promise<Transcript | null> {
  const ownFirst = video.captions.toSorted((one, other) => rank(one.locale, locale) - rank(other.locale, locale));
  for (const { locale: written, file } of ownFirst) {
    const { cues } = await captionsOf(directory, `${module}/${file}`);
    if (cues.length > 0) return { locale: written, cues };
  }
  return null;
}

const rank = (written: Locale, wanted: Locale): number => (written === wanted ? 0 : 1);
