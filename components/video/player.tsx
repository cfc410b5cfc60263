"use client";

import { useEffect, useRef, useState } from "react";
import type { Film, Locale } from "#domain/course/course";
import { siteAddress } from "#domain/course/film-source";
import { chapterTrack } from "./chapters.ts";
import { useJumps } from "./jumps.ts";
import "./player.css";
import { Position } from "./position.tsx";

type Props = Film & {
  /** The second that the address asks for. */
  readonly startAt: number | null;
  readonly locale: Locale;
};

const LANGUAGES = { pl: "Polski", en: "English" } as const;

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

/** The film of a page: a plain `<video>` before JavaScript, with chapters, captions and links to its seconds after. */
export function Player({ source, poster, title, seconds, chapters, captions, startAt, locale }: Props) {
  const film = useRef<HTMLVideoElement>(null);
  const ready = useChrome(locale);
  const src = siteAddress(source, startAt ?? 0);
  useJumps(film);
  const ownFirst = captions.toSorted((one, other) => Number(other.locale === locale) - Number(one.locale === locale));
  return (
    <figure id="film" className="film scroll-mt-4" aria-label={title}>
      <media-controller tabIndex={-1} defaultduration={seconds} nosubtitleslangpref="">
        {/* biome-ignore lint/a11y/useMediaCaption: the tracks are in the list below */}
        <video
          ref={film}
          slot="media"
          className="aspect-video w-full"
          controls={!ready}
          playsInline
          preload="metadata"
          poster={poster ?? undefined}
          src={src}
          aria-label={title}
        >
          {ownFirst.map((track) => (
            <track
              key={track.locale}
              kind="captions"
              srcLang={track.locale}
              label={LANGUAGES[track.locale]}
              src={track.src}
            />
          ))}
          <track kind="chapters" default srcLang={locale} src={chapterTrack(chapters, seconds)} />
        </video>
        {ready && <media-play-button slot="centered-chrome" notooltip="" className="film-play" />}
        <div className="film-bar" {...{ noautohide: "" }}>
          <div className="film-range">
            {ready && <media-time-range />}
            {ready && <Marks chapters={chapters} seconds={seconds} />}
          </div>
          <div className="film-caption">
            <Position film={film} chapters={chapters} seconds={seconds} startAt={startAt ?? 0} />
          </div>
          <div className="film-buttons">{ready && <Buttons />}</div>
        </div>
      </media-controller>
    </figure>
  );
}

/** Where chapters begin; the first begins where the film does. */
function Marks({ chapters, seconds }: Pick<Props, "chapters" | "seconds">) {
  const later = chapters.filter(({ at }) => at > 0);
  return later.map(({ at }) => <span key={at} className="film-mark" style={{ left: `${(100 * at) / seconds}%` }} />);
}

/** Media Chrome calls it a button that is checked, which is not a thing in ARIA. */
const asSwitch = (button: HTMLElement | null) => button?.setAttribute("role", "switch");

function Buttons() {
  return (
    <>
      <media-mute-button />
      <media-captions-button ref={asSwitch} />
      <media-playback-rate-button rates="0.75 1 1.25 1.5 2" />
      <media-pip-button />
      <media-fullscreen-button />
    </>
  );
}
