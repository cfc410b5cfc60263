"use client";

import { useRef, useState } from "react";
import type { Film, Locale } from "#domain/course/course";
import { timecodeOf } from "#domain/course/timecode";
import { FrameFilm } from "./frame-film.ts";
import { FrameStage } from "./frame-stage.tsx";
import { useJumps } from "./jumps.ts";
import { useKeys } from "./keys.ts";
import { useMemory } from "./memory.ts";
import type { Playable } from "./playable.ts";
import "./player.css";
import { FilmParts } from "./film-parts.tsx";
import { filledIn, type PlayerWords } from "./player-words.tsx";
import { siteOf } from "./sites.ts";
import { VideoStage } from "./video-stage.tsx";

type Props = Film & {
  /** The second that the address asks for. */
  readonly startAt: number | null;
  readonly locale: Locale;
  readonly words: PlayerWords;
};

const nameOf = ({ source }: Film): string => ("place" in source ? source.place : `${source.kind}:${source.id}`);

/** The film of a page with what belongs to it: its place of last time, its chapters and its words. */
export function Player({ startAt, locale, words, ...film }: Props) {
  const stage = useRef<HTMLElement>(null);
  const site = siteOf(film.source);
  const [isOpen, setOpen] = useState(false);
  const [frame] = useState(() => site && new FrameFilm(site, () => setOpen(true)));
  const playable = useRef<Playable | null>(frame);
  useJumps(playable, stage);
  useKeys(stage, playable, film.seconds);
  const { resumedAt, restart } = useMemory(playable, nameOf(film), film.seconds);
  return (
    <div>
      <figure ref={stage} id="film" className="film scroll-mt-4" aria-label={film.title}>
        {site && frame ? (
          <FrameStage
            {...film}
            site={site}
            film={playable}
            frame={frame}
            isOpen={isOpen}
            startAt={startAt ?? 0}
            locale={locale}
            words={words}
          />
        ) : (
          <VideoStage {...film} film={playable} startAt={startAt} locale={locale} />
        )}
      </figure>
      {resumedAt !== null && (
        <p role="status" className="num mt-2 flex flex-wrap items-center gap-x-3 text-base-content/70 text-sm">
          {filledIn(words.resumed, { time: timecodeOf(resumedAt) })}
          <button type="button" className="link min-h-11" onClick={restart}>
            {words.restart}
          </button>
        </p>
      )}
      <FilmParts {...film} film={playable} startAt={startAt ?? 0} words={words} />
    </div>
  );
}
