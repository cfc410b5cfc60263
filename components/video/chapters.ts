import type { Chapter } from "#domain/course/course";
import { webVtt } from "#domain/course/webvtt";

/** The last chapter that has begun. */
export const chapterAt = (chapters: readonly Chapter[], seconds: number): Chapter | undefined =>
  chapters.findLast(({ at }) => at <= seconds);

/** The chapters as a WebVTT track without a file of its own. */
export function chapterTrack(chapters: readonly Chapter[], seconds: number): string {
  const cues = chapters.map(({ at, title }, index) => ({ at, end: chapters[index + 1]?.at ?? seconds, text: title }));
  return `data:text/vtt;charset=utf-8,${encodeURIComponent(webVtt(cues))}`;
}
