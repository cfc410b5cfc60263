import type { ReactNode, RefObject } from "react";
import type { Film, Locale } from "#domain/course/course";
import { ChapterList } from "./chapter-list.tsx";
import type { FilmWords } from "./film-words.ts";
import { Shortcuts } from "./shortcuts.tsx";
import { Transcript } from "./transcript.tsx";

type Props = Pick<Film, "chapters" | "transcript"> & {
  readonly second: number;
  readonly locale: Locale;
  readonly words: FilmWords;
  readonly hasLetters: boolean;
  readonly setLetters: (wanted: boolean) => void;
  readonly shortcuts: RefObject<HTMLDetailsElement | null>;
};

/** What belongs to the film and is there for whoever opens it. */
export function Parts({ chapters, transcript, second, locale, words, hasLetters, setLetters, shortcuts }: Props) {
  return (
    <div className="film-parts">
      {chapters.length > 0 && (
        <Part title={words.chapters}>
          <ChapterList chapters={chapters} second={second} />
        </Part>
      )}
      {transcript && (
        <Part title={words.transcript}>
          <Transcript transcript={transcript} second={second} locale={locale} words={words} />
        </Part>
      )}
      <Part title={words.shortcuts} part={shortcuts}>
        <Shortcuts words={words} hasLetters={hasLetters} setLetters={setLetters} />
      </Part>
    </div>
  );
}

type PartProps = {
  readonly title: string;
  readonly part?: RefObject<HTMLDetailsElement | null>;
  readonly children: ReactNode;
};

function Part({ title, part, children }: PartProps) {
  return (
    <details ref={part} className="film-part">
      <summary>{title}</summary>
      {children}
    </details>
  );
}
