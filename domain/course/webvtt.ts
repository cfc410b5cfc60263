import type { Cue } from "./captions.ts";

/** `203.5` as `00:03:23.500`. */
function clock(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const [hours, rest] = [Math.floor(thousandths / 3_600_000), thousandths % 3_600_000];
  return `${String(hours).padStart(2, "0")}:${new Date(rest).toISOString().slice(14, 23)}`;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Cues as a WebVTT file. */
export const webVtt = (cues: readonly Cue[]): string =>
  ["WEBVTT", ...cues.map(({ at, end, text }) => `${clock(at)} --> ${clock(end)}\n${escaped(text)}`)].join("\n\n");
