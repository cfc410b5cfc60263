import { Play } from "lucide-react";
import { useEffect, useState } from "react";
import type { Film } from "#domain/course/course";
import { foreignHost, type PlayedSource, SITES, siteAddress } from "#domain/course/film-source";
import { timecodeOf } from "#domain/course/timecode";
import { type FilmWords, filled } from "./film-words.ts";

type Props = Pick<Film, "source" | "poster"> & {
  readonly startAt: number;
  readonly words: FilmWords;
  readonly open: (second: number) => void;
};

const siteOf = (source: PlayedSource): string => ("id" in source ? SITES[source.kind] : (foreignHost(source) ?? ""));

/** Before a film of another site: nothing of it loads until somebody who knows what that means asks for it. */
export function Gate({ source, poster, startAt, words, open }: Props) {
  const [isLive, setIsLive] = useState(false);
  useEffect(() => setIsLive(true), []);
  const values = { site: siteOf(source), host: foreignHost(source) ?? "", time: timecodeOf(startAt) };
  const elsewhere = filled(words.elsewhere, values);
  const href = siteAddress(source, startAt);
  return (
    <div className="film-gate">
      {/* biome-ignore lint/performance/noImgElement: a picture of the module, as it is served */}
      {poster && <img src={poster} alt="" className="film-poster" />}
      <div className="film-gate-words">
        {isLive ? (
          <button type="button" className="btn btn-accent min-h-12 rounded-full px-6" onClick={() => open(startAt)}>
            <Play className="size-5" aria-hidden="true" />
            {startAt > 0 ? filled(words.playFrom, values) : words.play}
          </button>
        ) : (
          <a className="btn btn-accent min-h-12 rounded-full px-6" href={href} rel="noreferrer">
            {elsewhere}
          </a>
        )}
        <p>{filled(words.whatClickDoes, values)}</p>
        {isLive && (
          <a className="link inline-flex min-h-11 items-center" href={href} target="_blank" rel="noreferrer">
            {elsewhere}
          </a>
        )}
      </div>
    </div>
  );
}
