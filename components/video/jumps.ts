import { type RefObject, useEffect } from "react";

type Film = RefObject<HTMLVideoElement | null>;

/** The second that an address asks for: `?t=203` or `#t=203`. */
export function secondIn({ search, hash }: Pick<Location, "search" | "hash">): number | null {
  const text = new URLSearchParams(search).get("t") ?? /^#t=(\d+)$/.exec(hash)?.[1] ?? "";
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** The link that a plain click follows; one with a key held is the browser's own business. */
function jumpOf(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  return event.target.closest<HTMLAnchorElement>("a[data-at]");
}

function show(stage: HTMLElement): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  stage.focus({ preventScroll: true });
  stage.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "nearest" });
}

function noteInAddress(seconds: number): void {
  const address = new URL(location.href);
  address.searchParams.set("t", String(seconds));
  address.hash = "film";
  history.replaceState(history.state, "", address);
}

function play(video: HTMLVideoElement, seconds: number): void {
  video.currentTime = seconds;
  // A browser that forbids playing leaves the film ready at its second.
  video.play().catch(() => undefined);
}

/** Times in the text play the film from there; an address with a time has set it there already. */
export function useJumps(film: Film): void {
  useEffect(() => {
    const asked = secondIn(location);
    if (film.current && asked !== null && Math.floor(film.current.currentTime) !== asked)
      film.current.currentTime = asked;
    const jump = (event: MouseEvent) => {
      const link = jumpOf(event);
      const stage = film.current?.parentElement;
      if (!link || !film.current || !stage) return;
      event.preventDefault();
      const seconds = Number(link.dataset.at);
      play(film.current, seconds);
      noteInAddress(seconds);
      show(stage);
    };
    document.addEventListener("click", jump);
    return () => document.removeEventListener("click", jump);
  }, [film]);
}
