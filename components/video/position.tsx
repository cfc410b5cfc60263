import { useEffect, useState } from "react";
import type { Chapter } from "#domain/course/course";
import { timecodeOf } from "#domain/course/timecode";
import { chapterAt } from "./chapters.ts";
import type { FilmRef } from "./playable.ts";

type Props = {
  readonly film: FilmRef;
  readonly chapters: readonly Chapter[];
  readonly seconds: number;
  readonly startAt: number;
};

/** Whole seconds, so that a film that plays draws its caption once a second. */
export function useSecond(film: FilmRef, startAt: number): number {
  const [second, setSecond] = useState(startAt);
  useEffect(() => {
    const video = film.current;
    const note = () => setSecond(Math.floor(video?.currentTime ?? 0));
    for (const event of ["timeupdate", "seeking"]) video?.addEventListener(event, note);
    return () => {
      for (const event of ["timeupdate", "seeking"]) video?.removeEventListener(event, note);
    };
  }, [film]);
  return second;
}

/** Which chapter plays, and how far the film is. */
export function Position({ film, chapters, seconds, startAt }: Props) {
  const second = useSecond(film, startAt);
  const chapter = chapterAt(chapters, second);
  return (
    <>
      <span className="min-w-0 flex-1 truncate">{chapter && `${timecodeOf(chapter.at)} · ${chapter.title}`}</span>
      <span className="shrink-0">{`${timecodeOf(second)} / ${timecodeOf(seconds)}`}</span>
    </>
  );
}
