import type { Chapter } from "#domain/course/course";
import { timecodeOf } from "#domain/course/timecode";
import { chapterAt } from "./chapters.ts";

/** The chapters of a film; each plays from there. */
export function ChapterList({ chapters, second }: { readonly chapters: readonly Chapter[]; readonly second: number }) {
  const playing = chapterAt(chapters, second);
  return (
    <ol className="film-lines">
      {chapters.map((chapter) => (
        <li key={chapter.at}>
          <a
            className="film-line"
            href={`?t=${chapter.at}#film`}
            data-at={chapter.at}
            aria-current={chapter === playing || undefined}
          >
            <span className="film-time">{timecodeOf(chapter.at)}</span>
            <span>{chapter.title}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
