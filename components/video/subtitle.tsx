import { useEffect, useState } from "react";
import type { Transcript } from "#domain/course/captions";
import type { FilmFrame } from "./film-frame.ts";

type Props = { readonly film: FilmFrame; readonly transcript: Transcript; readonly second: number };

/** Our captions over the picture of a site that has only its own. */
export function Subtitle({ film, transcript, second }: Props) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const { textTracks } = film;
    const note = () => setIsShown(Array.from(textTracks).some(({ mode }) => mode === "showing"));
    textTracks.addEventListener("change", note);
    return () => textTracks.removeEventListener("change", note);
  }, [film]);
  const cue = transcript.cues.findLast(({ at, end }) => Math.floor(at) <= second && second < end);
  if (!isShown || !cue) return null;
  return (
    <p slot="centered-chrome" lang={transcript.locale} className="film-subtitle" {...{ noautohide: "" }}>
      {cue.text}
    </p>
  );
}
