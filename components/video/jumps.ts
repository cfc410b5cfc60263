import { type RefObject, useEffect } from "react";
import { secondAskedIn } from "#domain/course/timecode";
import type { FilmRef, Playable } from "./playable.ts";

/** The second that an address asks for: `?t=203`, `?t=3m23s`, `#t=203`, `#t=3:23`. */
export function secondIn({ search, hash }: Pick<Location, "search" | "hash">): number | null {
  const text = /^#t=(.+)$/.exec(hash)?.[1] ?? new URLSearchParams(search).get("t") ?? "";
  return secondAskedIn(text);
}

/** The link that a plain click follows; one with a key held is the browser's own business. */
function jumpOf(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  return event.target.closest<HTMLAnchorElement>("a[data-at]");
}

function show(stage: HTMLElement): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  stage.querySelector<HTMLElement>("[tabindex='-1']")?.focus({ preventScroll: true });
  stage.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "nearest" });
}

function noteInAddress(seconds: number): void {
  const address = new URL(location.href);
  address.searchParams.set("t", String(seconds));
  address.hash = "film";
  history.replaceState(history.state, "", address);
}

function play(film: Playable, seconds: number): void {
  film.currentTime = seconds;
  // A browser that forbids playing leaves the film ready at its second.
  film.play().catch(() => undefined);
}

/** Times in the text play the film from there; an address with a time has set it there already. */
export function useJumps(film: FilmRef, stage: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const go = () => {
      const asked = secondIn(location);
      if (film.current && asked !== null && Math.floor(film.current.currentTime) !== asked)
        film.current.currentTime = asked;
    };
    go();
    const jump = (event: MouseEvent) => {
      const link = jumpOf(event);
      if (!link || !film.current || !stage.current) return;
      event.preventDefault();
      const seconds = Number(link.dataset.at);
      play(film.current, seconds);
      noteInAddress(seconds);
      show(stage.current);
    };
    document.addEventListener("click", jump);
    window.addEventListener("hashchange", go);
    return () => {
      document.removeEventListener("click", jump);
      window.removeEventListener("hashchange", go);
    };
  }, [film, stage]);
}
