import { type RefObject, useEffect } from "react";
import { secondAsked } from "#domain/course/timecode";

/** The second that an address asks for: `?t=203`, `?t=3m23s`, `#t=203` or `#t=3:23`. */
export function secondIn({ search, hash }: Pick<Location, "search" | "hash">): number | null {
  const text = new URLSearchParams(search).get("t") ?? /^#t=(.+)$/.exec(hash)?.[1] ?? "";
  return secondAsked(text);
}

/** The link that a plain click follows; one with a key held is the browser's own business. */
function jumpOf(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  return event.target.closest<HTMLAnchorElement>("a[data-at]");
}

/** Brings the film into view and gives it the keys; a link beside the film keeps the focus. */
function show(place: HTMLElement, link: HTMLElement): void {
  const stage = place.querySelector<HTMLElement>("[data-stage]");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!place.contains(link)) stage?.focus({ preventScroll: true });
  stage?.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "nearest" });
}

function noteInAddress(seconds: number): void {
  const address = new URL(location.href);
  address.searchParams.set("t", String(Math.floor(seconds)));
  address.hash = "film";
  history.replaceState(history.state, "", address);
}

/** Times in the text, and an address that is given another one, play the film from there. */
export function useJumps(place: RefObject<HTMLElement | null>, playFrom: (seconds: number) => void): void {
  useEffect(() => {
    const jump = (event: MouseEvent) => {
      const link = jumpOf(event);
      if (!link || !place.current) return;
      event.preventDefault();
      const seconds = Number(link.dataset.at);
      noteInAddress(seconds);
      playFrom(seconds);
      show(place.current, link);
    };
    const follow = () => {
      const seconds = secondIn({ search: "", hash: location.hash });
      if (seconds !== null) playFrom(seconds);
    };
    document.addEventListener("click", jump);
    addEventListener("hashchange", follow);
    return () => {
      document.removeEventListener("click", jump);
      removeEventListener("hashchange", follow);
    };
  }, [place, playFrom]);
}
