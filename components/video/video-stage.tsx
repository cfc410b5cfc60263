import { useEffect, useState } from "react";
import type { Film, Locale } from "#domain/course/course";
import { chapterTrack } from "./chapters.ts";
import { useHls } from "./hls.ts";
import type { FilmRef } from "./playable.ts";
import { Position } from "./position.tsx";

type Props = Film & { readonly film: FilmRef; readonly startAt: number | null; readonly locale: Locale };

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

/** A film of the portal's own: a plain `<video>` before JavaScript, with our controls after. */
export function VideoStage({ source, poster, title, seconds, chapters, captions, film, startAt, locale }: Props) {
  const ready = useChrome(locale);
  const address = "place" in source ? source.place : "";
  useHls(film, source.kind === "hls" ? address : null);
  const ownFirst = captions.toSorted((one, other) => Number(other.locale === locale) - Number(one.locale === locale));
  return (
    <media-controller tabIndex={-1} defaultduration={seconds} nosubtitleslangpref="" nohotkeys="">
      {/* biome-ignore lint/a11y/useMediaCaption: the tracks are in the list below */}
      <video
        ref={(video) => {
          film.current = video;
        }}
        slot="media"
        className="aspect-video w-full"
        controls={!ready}
        playsInline
        preload="metadata"
        poster={poster ?? undefined}
        src={startAt === null ? address : `${address}#t=${startAt}`}
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
