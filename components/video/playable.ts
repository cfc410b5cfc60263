/** What the page asks of a film, wherever it comes from; a `<video>` is one, and a frame behind `<film-frame>`. */
export type Playable = HTMLElement &
  Pick<
    HTMLMediaElement,
    "currentTime" | "duration" | "paused" | "volume" | "muted" | "playbackRate" | "play" | "pause"
  >;

/** A browser that forbids playing leaves the film ready at its second. */
export function playFrom(film: Playable, seconds: number): void {
  film.currentTime = seconds;
  film.play().catch(() => undefined);
}
