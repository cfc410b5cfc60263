import type { Playable } from "./playable.ts";

export const RATES = [0.75, 1, 1.25, 1.5, 2] as const;
const FRAME_S = 1 / 25;

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** The next speed of the list in that direction; the last one stays. */
export const rateBeside = (rate: number, by: number): number =>
  (by > 0 ? RATES.find((one) => one > rate) : RATES.findLast((one) => one < rate)) ?? rate;

/** The controller's own requests, which know what each browser can do. */
function request(film: Playable, name: string): void {
  film.closest("media-controller")?.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
}

function seek(film: Playable, seconds: number): void {
  film.currentTime = within(seconds, Number.isFinite(film.duration) ? film.duration : Number.POSITIVE_INFINITY);
}

/** What can be done to a film by a key. */
const DEEDS = {
  toggle(film: Playable) {
    if (film.paused) film.play().catch(() => undefined);
    else film.pause();
  },
  mute(film: Playable) {
    film.muted = !film.muted;
  },
  captions(film: Playable) {
    request(film, "mediatogglesubtitlesrequest");
  },
  fullscreen(film: Playable) {
    request(film, document.fullscreenElement ? "mediaexitfullscreenrequest" : "mediaenterfullscreenrequest");
  },
  pictureInPicture(film: Playable) {
    request(film, document.pictureInPictureElement ? "mediaexitpiprequest" : "mediaenterpiprequest");
  },
  seek(film: Playable, by: number) {
    seek(film, film.currentTime + by);
  },
  tenth(film: Playable, by: number) {
    seek(film, ((film.duration || 0) * by) / 10);
  },
  frames(film: Playable, by: number) {
    film.pause();
    seek(film, film.currentTime + by * FRAME_S);
  },
  volume(film: Playable, by: number) {
    film.volume = Math.round(within(film.volume + by, 1) * 10) / 10;
    if (by > 0) film.muted = false;
  },
  speed(film: Playable, by: number) {
    film.playbackRate = rateBeside(film.playbackRate, by);
  },
};

export type DeedName = keyof typeof DEEDS;

export const perform = (film: Playable, does: DeedName, by: number): void => DEEDS[does](film, by);
