import { ExternalLink, Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Film, Locale } from "#domain/course/course";
import type { FrameFilm } from "./frame-film.ts";
import type { FilmRef } from "./playable.ts";
import { filledIn, type PlayerWords } from "./player-words.tsx";
import { Position } from "./position.tsx";
import type { Site } from "./sites.ts";

type Props = Film & {
  readonly site: Site;
  readonly film: FilmRef;
  readonly frame: FrameFilm;
  readonly isOpen: boolean;
  readonly startAt: number;
  readonly locale: Locale;
  readonly words: PlayerWords;
};

/** A film that another site shows. Nothing of that site is loaded before somebody asks for it. */
export function FrameStage(props: Props) {
  return (
    <>
      {props.isOpen ? <Frame {...props} /> : <Cover {...props} />}
      <div className="film-bar film-bar-frame">
        <div className="film-caption">
          <Position film={props.film} chapters={props.chapters} seconds={props.seconds} startAt={props.startAt} />
        </div>
        <a
          className="link flex min-h-11 items-center gap-1"
          href={props.site.page(props.startAt)}
          target="_blank"
          rel="noopener"
        >
          {filledIn(props.words.elsewhere, { site: props.site.name })}
          <ExternalLink className="size-3.5" aria-hidden="true" />
        </a>
      </div>
    </>
  );
}

/** Our own picture and a button; before JavaScript the link leads to the site, at the same second. */
function Cover({ site, frame, poster, title, startAt, words }: Props) {
  return (
    <div className="film-cover" style={poster ? { backgroundImage: `url("${poster}")` } : undefined}>
      <a
        className="film-open"
        href={site.page(startAt)}
        onClick={(event) => {
          event.preventDefault();
          if (frame.currentTime === 0) frame.currentTime = startAt;
          void frame.play();
        }}
      >
        <Play className="size-7 fill-current" aria-hidden="true" />
        <span className="sr-only">
          {words.play}: {title}
        </span>
      </a>
      <p className="film-privacy">{filledIn(words.privacy, { site: site.name, owner: site.owner })}</p>
    </div>
  );
}

function Frame({ site, frame, title, locale }: Props) {
  const element = useRef<HTMLIFrameElement>(null);
  const [src] = useState(() => site.frame(Math.floor(frame.currentTime), locale));
  useEffect(() => {
    const { contentWindow } = element.current ?? {};
    element.current?.focus();
    return contentWindow ? frame.attach(contentWindow) : undefined;
  }, [frame]);
  return (
    <iframe
      ref={element}
      className="aspect-video w-full"
      src={src}
      title={title}
      allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
      referrerPolicy="strict-origin-when-cross-origin"
    />
  );
}
