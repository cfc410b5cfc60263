import { type RefObject, useEffect } from "react";
import type { FilmRef, Playable } from "./playable.ts";

const JUMP_S = 10;
const FRAME_S = 1 / 25;
const VOLUME_STEP = 0.05;
const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

type Stage = RefObject<HTMLElement | null>;
type Deed = (film: Playable, stage: HTMLElement) => void;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

const jump =
  (by: number): Deed =>
  (film) => {
    film.currentTime = Math.max(0, film.currentTime + by);
  };
const louder =
  (by: number): Deed =>
  (film) => {
    film.volume = within(Math.round((film.volume + by) * 100) / 100, 0, 1);
  };
const turn: Deed = (film) => void (film.paused ? film.play().catch(() => undefined) : film.pause());
const faster =
  (by: 1 | -1): Deed =>
  (film) => {
    const next =
      by > 0 ? RATES.find((rate) => rate > film.playbackRate) : RATES.findLast((rate) => rate < film.playbackRate);
    film.playbackRate = next ?? film.playbackRate;
  };
const still =
  (by: number): Deed =>
  (film, stage) => {
    film.pause();
    jump(by)(film, stage);
  };

const videoIn = (stage: HTMLElement): HTMLVideoElement | null => stage.querySelector("video");

const fullscreen: Deed = (_film, stage) =>
  void (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()).catch(() => undefined);

const pictureInPicture: Deed = (_film, stage) => {
  const video = videoIn(stage);
  if (document.pictureInPictureElement) void document.exitPictureInPicture().catch(() => undefined);
  else void video?.requestPictureInPicture?.().catch(() => undefined);
};

const captions: Deed = (_film, stage) => {
  const tracks = [...(videoIn(stage)?.textTracks ?? [])].filter(({ kind }) => kind === "captions");
  const shown = tracks.find(({ mode }) => mode === "showing");
  if (shown) shown.mode = "disabled";
  else if (tracks[0]) tracks[0].mode = "showing";
};

const DEEDS: Readonly<Record<string, Deed>> = {
  " ": turn,
  k: turn,
  j: jump(-JUMP_S),
  l: jump(JUMP_S),
  arrowleft: jump(-JUMP_S),
  arrowright: jump(JUMP_S),
  ",": still(-FRAME_S),
  ".": still(FRAME_S),
  arrowup: louder(VOLUME_STEP),
  arrowdown: louder(-VOLUME_STEP),
  "<": faster(-1),
  ">": faster(1),
  f: fullscreen,
  i: pictureInPicture,
  c: captions,
  m: (film) => {
    film.muted = !film.muted;
  },
};

/** What a key does to a film that is `seconds` long; null for one that is not the player's. */
export function deedOf(key: string, seconds: number): Deed | null {
  const name = key.toLowerCase();
  if (/^[0-9]$/.test(name)) {
    return (film) => {
      film.currentTime = (seconds * Number(name)) / 10;
    };
  }
  return DEEDS[name] ?? null;
}

/** Keys that a button, a slider or a field inside of the player has a use for itself. */
function isTakenBy(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return true;
  if (target.closest("input, textarea, select, [contenteditable]")) return true;
  const isRange = event
    .composedPath()
    .some((node) => node instanceof HTMLElement && /^MEDIA-.*-RANGE$/.test(node.tagName));
  if (isRange && event.key.startsWith("Arrow")) return true;
  const isButton = event
    .composedPath()
    .some((node) => node instanceof HTMLElement && /^(?:MEDIA-.*-BUTTON|BUTTON|A|SUMMARY)$/.test(node.tagName));
  return isButton && (event.key === " " || event.key === "Enter");
}

/** The player's keys, while the focus is in it: elsewhere a letter is a letter. */
export function useKeys(stage: Stage, film: FilmRef, seconds: number): void {
  useEffect(() => {
    const element = stage.current;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTakenBy(event)) return;
      const deed = deedOf(event.key, seconds);
      if (!deed || !film.current || !element) return;
      event.preventDefault();
      event.stopPropagation();
      deed(film.current, element);
    };
    // Before the controls, which would take some of the keys for themselves.
    element?.addEventListener("keydown", press, { capture: true });
    return () => element?.removeEventListener("keydown", press, { capture: true });
  }, [stage, film, seconds]);
}
