import type { Chapter } from "#domain/course/course";
import { timecodeOf } from "#domain/course/timecode";
import { chapterAt } from "./chapters.ts";

type Props = { readonly chapters: readonly Chapter[]; readonly second: number; readonly seconds: number };

/** Which chapter plays, and how far the film is. */
export function Position({ chapters, second, seconds }: Props) {
  const chapter = chapterAt(chapters, second);
  return (
    <>
      <span className="min-w-0 flex-1 truncate">{chapter && `${timecodeOf(chapter.at)} · ${chapter.title}`}</span>
      <span className="shrink-0">{`${timecodeOf(second)} / ${timecodeOf(seconds)}`}</span>
    </>
  );
}
