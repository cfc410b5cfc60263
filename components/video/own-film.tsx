import { type RefObject, useEffect, useRef, useState } from "react";
import type { Film, Locale } from "#domain/course/course";
import { foreignHost, type PlayedSource, siteAddress } from "#domain/course/film-source";
import { chapterTrack } from "./chapters.ts";
import { attachPlaylist } from "./hls.ts";
import type { Playable } from "./playable.ts";

type Props = Pick<Film, "title" | "poster" | "seconds" | "chapters" | "captions"> & {
  readonly source: Extract<PlayedSource, { readonly src: string }>;
  readonly startAt: number;
  readonly locale: Locale;
  readonly hasControls: boolean;
  readonly take: (film: Playable | null) => void;
  readonly fail: () => void;
};

const LANGUAGES = { pl: "Polski", en: "English" } as const;

/** A file or a playlist in a plain `<video>`, with the browser's own controls until ours have come. */
export function OwnFilm({
  source,
  startAt,
  title,
  poster,
  seconds,
  chapters,
  captions,
  locale,
  hasControls,
  take,
  fail,
}: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [second] = useState(startAt);
  usePlaylist(video, { source, second, fail });
  useEffect(() => {
    take(video.current);
    return () => take(null);
  }, [take]);
  const ownFirst = captions.toSorted((one, other) => Number(other.locale === locale) - Number(one.locale === locale));
  return (
    // biome-ignore lint/a11y/useMediaCaption: the tracks are in the list below
    <video
      ref={video}
      slot="media"
      className="aspect-video w-full"
      controls={hasControls}
      playsInline
      preload="metadata"
      poster={poster ?? undefined}
      src={siteAddress(source, second)}
      autoPlay={foreignHost(source) !== null}
      onError={source.kind === "file" ? fail : undefined}
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
  );
}

type Played = Pick<Props, "source" | "fail"> & { readonly second: number };

function usePlaylist(video: RefObject<HTMLVideoElement | null>, { source, second, fail }: Played): void {
  const { kind, src } = source;
  const failed = useRef(fail);
  useEffect(() => {
    if (kind !== "hls" || !video.current) return;
    const attached = attachPlaylist(video.current, { src, second, fail: () => failed.current() });
    return () => void attached.then((detach) => detach());
  }, [video, kind, src, second]);
}
