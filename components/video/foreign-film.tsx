import { useEffect, useRef, useState } from "react";
import type { Film, Locale } from "#domain/course/course";
import type { PlayedSource } from "#domain/course/film-source";
import { frameAddress } from "#domain/course/frame-address";
import type { FilmFrame } from "./film-frame.ts";
import type { Playable } from "./playable.ts";
import { Subtitle } from "./subtitle.tsx";

type Props = Pick<Film, "title" | "transcript"> & {
  readonly source: Extract<PlayedSource, { readonly id: string }>;
  readonly startAt: number;
  readonly second: number;
  readonly locale: Locale;
  readonly take: (film: Playable | null) => void;
};

/** Another site's player, which loads and plays as soon as this is drawn. */
export function ForeignFilm({ source, title, transcript, startAt, second, locale, take }: Props) {
  const frame = useRef<FilmFrame>(null);
  const [first] = useState(startAt);
  const [film, setFilm] = useState<FilmFrame | null>(null);
  const spoken = transcript?.locale;
  useEffect(() => {
    let wanted = true;
    void import("./film-frame.ts").then(() => {
      if (!wanted || !frame.current) return;
      if (spoken) frame.current.addCaptions(spoken);
      take(frame.current);
      setFilm(frame.current);
    });
    return () => {
      wanted = false;
      take(null);
    };
  }, [take, spoken]);
  const src = frameAddress(source, { second: first, locale, origin: location.origin });
  return (
    <>
      <film-frame ref={frame} slot="media" class="film-frame" kind={source.kind} src={src} title={title} />
      {film && transcript && <Subtitle film={film} transcript={transcript} second={second} />}
    </>
  );
}
