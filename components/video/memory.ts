import { useEffect, useState } from "react";
import { secondIn } from "./jumps.ts";
import type { FilmRef } from "./playable.ts";

/** A film that is hardly begun, or as good as seen, starts at its beginning. */
const MARGIN_S = 10;
const KEEP_EVERY_S = 5;

const nameOf = (film: string): string => `film:${film}`;

function remembered(film: string): number {
  try {
    return Number(localStorage.getItem(nameOf(film)) ?? 0) || 0;
  } catch {
    return 0;
  }
}

function keep(film: string, second: number): void {
  try {
    localStorage.setItem(nameOf(film), String(Math.floor(second)));
  } catch {
    // A browser that keeps nothing forgets the place as well.
  }
}

/** Goes on where one stopped, unless the address asks for another second; says from where until it is heard or undone. */
export function useMemory(film: FilmRef, name: string, seconds: number) {
  const [resumedAt, setResumedAt] = useState<number | null>(null);
  useEffect(() => {
    const place = remembered(name);
    if (!film.current || secondIn(location) !== null || place < MARGIN_S || place > seconds - MARGIN_S) return;
    film.current.currentTime = place;
    setResumedAt(place);
  }, [film, name, seconds]);
  useEffect(() => {
    const playing = film.current;
    let kept = Number.NaN;
    const note = () => {
      const second = playing?.currentTime ?? 0;
      if (Math.abs(second - kept) < KEEP_EVERY_S || playing?.paused) return;
      kept = second;
      keep(name, second);
    };
    const stop = () => keep(name, playing?.currentTime ?? 0);
    playing?.addEventListener("timeupdate", note);
    playing?.addEventListener("pause", stop);
    return () => {
      playing?.removeEventListener("timeupdate", note);
      playing?.removeEventListener("pause", stop);
    };
  }, [film, name]);
  const restart = () => {
    setResumedAt(null);
    keep(name, 0);
    if (film.current) film.current.currentTime = 0;
  };
  return { resumedAt, restart };
}
