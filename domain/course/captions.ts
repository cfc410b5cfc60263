import { plainCueText } from "./cue-text.ts";

/** What is said from one second to another, without marks. */
export type Cue = { readonly at: number; readonly end: number; readonly text: string; readonly line: number };

export type CaptionFault = {
  readonly line: number;
  readonly reason: "no times" | "unreadable times" | "ends before it begins" | "no captions";
};

/** All that can be read, in the order of time, and where the rest is. */
export type Captions = { readonly cues: readonly Cue[]; readonly faults: readonly CaptionFault[] };

/** Lines that stand together, with the number of the first. */
type Block = { readonly line: number; readonly lines: readonly string[] };

const TIMES = /^\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{3})\s+-->\s+((?:\d+:)?\d{1,2}:\d{2}[.,]\d{3})(?:\s.*)?$/;
const NOT_SAID = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/;

/** Whether a text begins as WebVTT has to, so that a browser shows it. */
export const isWebVtt = (text: string): boolean => /^\uFEFF?WEBVTT(?:\s|$)/.test(text);

/** Reads WebVTT and SubRip alike; what is malformed is told and left out. */
export function captionsIn(text: string): Captions {
  const read = blocksOf(text).map(cueOf);
  const cues = read.flatMap((one) => ("at" in one && one.text !== "" ? [one] : []));
  const faults = read.flatMap((one) => ("reason" in one ? [one] : []));
  if (read.length === 0) return { cues, faults: [{ line: 1, reason: "no captions" }] };
  return { cues: cues.toSorted((one, other) => one.at - other.at), faults };
}

function blocksOf(text: string): readonly Block[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let isOpen = false;
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === "") isOpen = false;
    else if (isOpen) blocks.at(-1)?.lines.push(line);
    else {
      blocks.push({ line: index + 1, lines: [line] });
      isOpen = true;
    }
  }
  return blocks.filter(({ lines: [first = ""] }) => !NOT_SAID.test(first));
}

function cueOf({ line, lines }: Block): Cue | CaptionFault {
  // A name or a number may stand above the times.
  const place = lines.slice(0, 2).findIndex((one) => one.includes("-->"));
  if (place < 0) return { line, reason: "no times" };
  const [, from, to] = TIMES.exec(lines[place] ?? "") ?? [];
  const [at, end] = [secondOf(from), secondOf(to)];
  if (at === null || end === null) return { line: line + place, reason: "unreadable times" };
  if (end <= at) return { line: line + place, reason: "ends before it begins" };
  return { at, end, text: plainCueText(lines.slice(place + 1)), line: line + place };
}

/** `01:02:03.500`, `02:03,500`; null for a minute or a second that there is not. */
function secondOf(stamp: string | undefined): number | null {
  const parts = (stamp ?? "").replace(",", ".").split(":").map(Number);
  const [seconds = Number.NaN, minutes = Number.NaN, hours = 0] = parts.toReversed();
  return seconds < 60 && minutes < 60 ? hours * 3600 + minutes * 60 + seconds : null;
}
