import { useEffect, useState } from "react";
import type { Film, Locale } from "#domain/course/course";
import { timecodeOf } from "#domain/course/timecode";
import { Bar } from "./bar.tsx";
import { type FilmWords, filled } from "./film-words.ts";
import { ForeignFilm } from "./foreign-film.tsx";
import { OwnFilm } from "./own-film.tsx";
import type { Playable } from "./playable.ts";

type Props = Film & {
  /** The second with which it begins. */
  readonly from: number;
  readonly second: number;
  readonly locale: Locale;
  readonly words: FilmWords;
  /** Where it goes on, if it does. */
  readonly resumed: number | null;
  readonly again: () => void;
  readonly take: (film: Playable | null) => void;
};

/** Draws the browser's own controls until ours have come, after the page has been painted. */
function useChrome(locale: Locale): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let wanted = true;
    const load = async () => {
      const { speak } = await import("./chrome.ts");
      speak(locale);
      if (wanted) setReady(true);
    };
    const timer = setTimeout(() => void load().catch(() => undefined), 0);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [locale]);
  return ready;
}

/** The picture and what stands around it. */
export function Stage({ from, second, words, resumed, again, ...film }: Props) {
  const { source, title, seconds, chapters, transcript, locale, take } = film;
  const isReady = useChrome(locale);
  const [hasFailed, setHasFailed] = useState(false);
  const isOwn = "src" in source;
  return (
    <>
      <media-controller data-stage="" tabIndex={-1} defaultduration={seconds} nohotkeys="" nosubtitleslangpref="">
        {isOwn ? (
          <OwnFilm {...film} source={source} startAt={from} hasControls={!isReady} fail={() => setHasFailed(true)} />
        ) : (
          <ForeignFilm {...{ source, title, transcript, second, locale, take }} startAt={from} />
        )}
        {isReady && isOwn && <media-play-button slot="centered-chrome" notooltip="" className="film-play" />}
        {resumed !== null && <Resumed at={resumed} words={words} again={again} />}
        <Bar {...{ chapters, second, seconds, isReady, isOwn }} hasCaptions={isOwn || transcript !== null} />
      </media-controller>
      {hasFailed && (
        <p role="alert" className="px-4 pb-4 text-sm">
          {words.failed}
        </p>
      )}
    </>
  );
}

type ResumedProps = { readonly at: number; readonly words: FilmWords; readonly again: () => void };

/** Says that the film goes on where it was left, and leads back. */
function Resumed({ at, words, again }: ResumedProps) {
  return (
    <p role="status" slot="top-chrome" className="film-resumed" {...{ noautohide: "" }}>
      {filled(words.from, { time: timecodeOf(at) })} ·{" "}
      <button type="button" className="film-again" onClick={again}>
        {words.again}
      </button>
    </p>
  );
}
