import type { Chapter } from "#domain/course/course";

/** The last chapter that has begun. */
export const chapterAt = (chapters: readonly Chapter[], seconds: number): Chapter | undefined =>
  chapters.findLast(({ at }) => at <= seconds);

const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 23);

/** The chapters as a WebVTT track without a file of its own. */
export function chapterTrack(chapters: readonly Chapter[], end: number): string {
  const cues = chapters.map(
    ({ at, title }, index) => `${clock(at)} --> ${clock(chapters[index + 1]?.at ?? end)}\n${title}`,
  );
  return `data:text/vtt;charset=utf-8,${encodeURIComponent(["WEBVTT", ...cues].join("\n\n"))}`;
}
