import type { Locale } from "./course.ts";

/** What is said from one second of a film to another, as plain text. */
export type Cue = { readonly at: number; readonly end: number; readonly text: string };

export type CaptionFault = { readonly line: number; readonly fault: CaptionFaultName };
type CaptionFaultName = "no time" | "unreadable time" | "ends too early" | "behind the end";

/** What is said in a whole film, and in which language. */
export type Transcript = { readonly locale: Locale; readonly cues: readonly Cue[] };

/** What could be read of a file of captions, in the order of its times, and where it could not. */
export type Captions = { readonly cues: readonly Cue[]; readonly faults: readonly CaptionFault[] };

type Block = { readonly line: number; readonly lines: readonly string[] };

const TIME = String.raw`(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)`;
/** WebVTT writes the thousandths behind a point, SubRip behind a comma. */
const VTT_TIMING = new RegExp(String.raw`^\s*${TIME}\.(\d{3})\s+-->\s+${TIME}\.(\d{3})(?:\s.*)?$`);
const SRT_TIMING = new RegExp(String.raw`^\s*${TIME}[.,](\d{1,3})\s*-->\s*${TIME}[.,](\d{1,3})(?:\s.*)?$`);
/** Blocks of WebVTT that say nothing. */
const ASIDE = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/;

export const isWebVtt = (text: string): boolean => /^\uFEFF?WEBVTT(?:\s|$)/.test(text);

/** A cue may outlast the film by as much as its length was rounded. */
const ROUNDING_S = 1;

/** Reads WebVTT, and SubRip where the first line is not that of WebVTT, for a film of so many seconds. */
export function captionsOf(text: string, seconds = Number.POSITIVE_INFINITY): Captions {
  const timing = isWebVtt(text) ? VTT_TIMING : SRT_TIMING;
  const read = blocksOf(text)
    .filter(({ lines }) => !ASIDE.test(lines[0] ?? ""))
    .map((block) => cueOf(block, timing, seconds));
  const cues = read.filter((one): one is Cue => "text" in one && one.text !== "");
  return { cues: cues.sort((one, other) => one.at - other.at), faults: read.filter((one) => "fault" in one) };
}

function blocksOf(text: string): Block[] {
  const blocks: { line: number; lines: string[] }[] = [];
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const isNext = index > 0 && lines[index - 1]?.trim() !== "";
    if (isNext) blocks.at(-1)?.lines.push(line);
    else blocks.push({ line: index + 1, lines: [line] });
  }
  return blocks;
}

function cueOf({ line, lines }: Block, timing: RegExp, seconds: number): Cue | CaptionFault {
  const index = lines.findIndex((one) => one.includes("-->"));
  if (index < 0) return { line, fault: "no time" };
  const found = timing.exec(lines[index] ?? "");
  if (!found) return { line: line + index, fault: "unreadable time" };
  const [at, end] = [secondsIn(found.slice(1, 5)), secondsIn(found.slice(5, 9))];
  if (end <= at) return { line: line + index, fault: "ends too early" };
  if (end > seconds + ROUNDING_S) return { line: line + index, fault: "behind the end" };
  return { at, end, text: plain(lines.slice(index + 1).join(" ")) };
}

function secondsIn([hours = "0", minutes, seconds, thousandths = ""]: readonly string[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths.padEnd(3, "0")) / 1000;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  lrm: "",
  rlm: "",
};

/** Without voices, classes, times and places on the picture (`<v Anna>`, `<00:01.000>`, `{\an8}`). */
function plain(text: string): string {
  return text
    .replace(/<\/?[a-z\d][^>]*>|\{\\[^}]*\}/gi, "")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) =>
      name ? (ENTITIES[name.toLowerCase()] ?? whole) : character(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/[^\S\u00A0]+/g, " ")
    .trim();
}

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "");
