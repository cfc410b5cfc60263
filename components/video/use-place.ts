import { useEffect, useState } from "react";
import { keepPlace, placeIn } from "./place.ts";
import type { Playable } from "./playable.ts";

const KEEP_EVERY_S = 5;

type Place = { readonly id: string; readonly seconds: number; readonly hasAsked: boolean };

/**
 * The second at which this browser left the film; null where there is none, or where the address names one, which wins.
 * While the film plays, its place is kept.
 */
export function usePlace(film: Playable | null, { id, seconds, hasAsked }: Place): number | null {
  const [place, setPlace] = useState<number | null>(null);
  useEffect(() => {
    if (!hasAsked) setPlace(placeIn(id, seconds));
  }, [id, seconds, hasAsked]);
  useEffect(() => {
    if (!film) return;
    let kept = film.currentTime;
    const keep = () => {
      kept = film.currentTime;
      keepPlace(id, kept, seconds);
    };
    const keepNowAndThen = () => {
      if (!film.paused && Math.abs(film.currentTime - kept) >= KEEP_EVERY_S) keep();
    };
    film.addEventListener("timeupdate", keepNowAndThen);
    film.addEventListener("pause", keep);
    film.addEventListener("ended", keep);
    addEventListener("pagehide", keepNowAndThen);
    return () => {
      film.removeEventListener("timeupdate", keepNowAndThen);
      film.removeEventListener("pause", keep);
      film.removeEventListener("ended", keep);
      removeEventListener("pagehide", keepNowAndThen);
    };
  }, [film, id, seconds]);
  return place;
}
