import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Cue, captionsOf, type Transcript } from "#domain/course/captions";
import type { Locale, Video } from "#domain/course/course";
import { memory, stampOf } from "./memory.ts";

export type { Transcript } from "#domain/course/captions";

const remember = memory<Promise<readonly Cue[]>>();

/** The captions of a video in the reader's language, else in the other one; null where there is nothing to read. */
export async function transcriptOf(
  directory: string,
  module: string,
  { captions }: Pick<Video, "captions">,
  locale: Locale,
): Promise<Transcript | null> {
  const ownFirst = captions.toSorted((one, other) => Number(other.locale === locale) - Number(one.locale === locale));
  for (const caption of ownFirst) {
    const cues = await cuesIn(join(directory, module, caption.file));
    if (cues.length > 0) return { locale: caption.locale, cues };
  }
  return null;
}

async function cuesIn(path: string): Promise<readonly Cue[]> {
  return remember(path, stampOf([path]), () =>
    readFile(path, "utf8").then(
      (text) => captionsOf(text).cues,
      () => [],
    ),
  );
}
