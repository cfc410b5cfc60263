import type { RefObject } from "react";

/** What the player needs of a film, be it a `<video>` or one that another site shows in a frame. */
export type Playable = Pick<
  HTMLVideoElement,
  "currentTime" | "paused" | "volume" | "muted" | "playbackRate" | "play" | "pause"
> & {
  readonly addEventListener: (type: string, listener: () => void) => void;
  readonly removeEventListener: (type: string, listener: () => void) => void;
};

export type FilmRef = RefObject<Playable | null>;
