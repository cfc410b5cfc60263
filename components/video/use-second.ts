import { useEffect, useState } from "react";
import type { Playable } from "./playable.ts";

/** Where the film is, in whole seconds, so that what shows it is drawn once a second. */
export function useSecond(film: Playable | null, startAt: number): number {
  const [second, setSecond] = useState(startAt);
  useEffect(() => {
    if (!film) return;
    const note = () => setSecond(Math.floor(film.currentTime));
    const events = ["timeupdate", "seeking"];
    for (const event of events) film.addEventListener(event, note);
    return () => {
      for (const event of events) film.removeEventListener(event, note);
    };
  }, [film]);
  return second;
}
