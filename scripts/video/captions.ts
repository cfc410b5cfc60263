import type { Film, Slide } from "./film.ts";

const LINE_LENGTH = 42;

type Cue = { readonly from: number; readonly to: number; readonly text: string };

/** A WebVTT file. The captions of a slide share its time in proportion to their length. */
export function captionsOf(film: Film, locale: "pl" | "en"): string {
  const cues = film.slides.flatMap((slide) => cuesOf(slide, locale));
  return `WEBVTT\n\n${cues.map(({ from, to, text }) => `${stamp(from)} --> ${stamp(to)}\n${wrapped(text)}\n`).join("\n")}`;
}

function cuesOf({ at, end, captions }: Slide, locale: "pl" | "en"): readonly Cue[] {
  const length = captions.reduce((sum, caption) => sum + caption[locale].length, 0);
  let passed = 0;
  return captions.map((caption) => {
    const text = caption[locale];
    const from = at + ((end - at) * passed) / length;
    passed += text.length;
    return { from, to: at + ((end - at) * passed) / length, text };
  });
}

function stamp(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}

/** Breaks before the word that no longer fits; a non-breaking space never breaks. */
function wrapped(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.pop() ?? "";
    if (line === "") lines.push(word);
    else if (line.length + 1 + word.length <= LINE_LENGTH) lines.push(`${line} ${word}`);
    else lines.push(line, word);
  }
  return lines.join("\n");
}
