"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Film, Locale } from "#domain/course/course";
import { foreignHost } from "#domain/course/film-source";
import type { FilmWords } from "./film-words.ts";
import { Gate } from "./gate.tsx";
import { secondIn, useJumps } from "./jumps.ts";
import { useKeyboard, useLetters } from "./keyboard.ts";
import { askedBeforeReload, isOwnDocument, reloadFor } from "./own-document.ts";
import { Parts } from "./parts.tsx";
import { type Playable, playFrom } from "./playable.ts";
import { Stage } from "./stage.tsx";
import { usePlace } from "./use-place.ts";
import { useSecond } from "./use-second.ts";

type Props = Film & {
  /** The second that the address asks for. */
  readonly startAt: number | null;
  readonly locale: Locale;
  readonly words: FilmWords;
};

/** The film of a page: plain HTML before JavaScript; chapters, transcript, keys and links to its seconds after. */
export function Player({ startAt, locale, words, ...about }: Props) {
  const { id, source, seconds, chapters, transcript } = about;
  const place = useRef<HTMLElement>(null);
  const shortcuts = useRef<HTMLDetailsElement>(null);
  const [film, take] = useState<Playable | null>(null);
  const asked = useAsked(startAt);
  const left = usePlace(film, { id, seconds, hasAsked: asked !== null });
  const from = asked ?? left ?? 0;
  const isForeign = foreignHost(source) !== null;
  const [opened, open] = useOpened(id);
  const second = useSecond(film, from);
  const [hasLetters, setLetters] = useLetters();
  const play = useCallback(
    (to: number) => {
      if (film) playFrom(film, to);
      else if (isForeign) open(to);
    },
    [film, isForeign, open],
  );
  const showShortcuts = useCallback(() => showPart(shortcuts.current), []);
  useStart(isForeign ? null : film, from);
  useJumps(place, play);
  useKeyboard(place, { film, hasLetters, showShortcuts });
  const isHeld = isForeign && opened === null;
  const resumed = asked === null && left !== null && Math.abs(second - left) < NOTICE_S ? left : null;
  return (
    <section ref={place} id="film" className="film-place scroll-mt-4" aria-label={about.title}>
      <figure className="film">
        {isHeld ? (
          <Gate source={source} poster={about.poster} startAt={from} words={words} open={open} />
        ) : (
          <Stage
            {...about}
            from={opened ?? startAt ?? 0}
            second={second}
            locale={locale}
            words={words}
            resumed={isForeign ? null : resumed}
            again={() => play(0)}
            take={take}
          />
        )}
      </figure>
      <Parts {...{ chapters, transcript, second, locale, words, hasLetters, setLetters }} shortcuts={shortcuts} />
    </section>
  );
}

/** For how long a film says that it goes on where it was left. */
const NOTICE_S = 10;

function showPart(part: HTMLDetailsElement | null): void {
  if (!part) return;
  part.open = true;
  part.querySelector("summary")?.focus();
}

/** The second that the address asks for; what stands behind `#` only the browser knows. */
function useAsked(startAt: number | null): number | null {
  const [asked, setAsked] = useState(startAt);
  useEffect(() => setAsked(startAt ?? secondIn(location)), [startAt]);
  return asked;
}

/** From which second a film of another site has been opened. */
function useOpened(id: string) {
  const [opened, setOpened] = useState<number | null>(null);
  useEffect(() => {
    const asked = askedBeforeReload(id);
    if (asked !== null) setOpened(asked);
  }, [id]);
  const open = useCallback((second: number) => (isOwnDocument() ? setOpened(second) : reloadFor(id, second)), [id]);
  return [opened, open] as const;
}

/** Sets a film that has not been played to its second. */
function useStart(film: Playable | null, from: number): void {
  useEffect(() => {
    if (film?.paused && Math.floor(film.currentTime) !== from) film.currentTime = from;
  }, [film, from]);
}
