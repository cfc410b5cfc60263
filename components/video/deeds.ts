import type { Deed } from "./keys.ts";
import type { Playable } from "./playable.ts";

export const RATES = [0.75, 1, 1.25, 1.5, 2] as const;
const FRAME_S = 1 / 25;

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** The next speed of the list in that direction; the last one stays. */
export const rateBeside = (rate: number, isFaster: boolean): number =>
  (isFaster ? RATES.find((one) => one > rate) : RATES.findLast((one) => one < rate)) ?? rate;

/** The controller's own requests, which know what each browser can do. */
function request(film: Playable, name: string): void {
  film.closest("media-controller")?.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
}

function toggle(film: Playable): void {
  if (film.paused) film.play().catch(() => undefined);
  else film.pause();
}

function seek(film: Playable, seconds: number): void {
  film.currentTime = within(seconds, Number.isFinite(film.duration) ? film.duration : Number.POSITIVE_INFINITY);
}

/** Does to the film what a key asks for. */
export function perform(film: Playable, deed: Exclude<Deed, "shortcuts">): void {
  if (deed === "toggle") return toggle(film);
  if (deed === "mute") return void (film.muted = !film.muted);
  if (deed === "captions") return request(film, "mediatogglesubtitlesrequest");
  if (deed === "fullscreen")
    return request(film, document.fullscreenElement ? "mediaexitfullscreenrequest" : "mediaenterfullscreenrequest");
  if (deed === "picture-in-picture")
    return request(film, document.pictureInPictureElement ? "mediaexitpiprequest" : "mediaenterpiprequest");
  if ("seekBy" in deed) return seek(film, film.currentTime + deed.seekBy);
  if ("seekTo" in deed) return seek(film, (film.duration || 0) * deed.seekTo);
  if ("louderBy" in deed) return louder(film, deed.louderBy);
  if ("faster" in deed) return void (film.playbackRate = rateBeside(film.playbackRate, deed.faster));
  film.pause();
  seek(film, film.currentTime + deed.frames * FRAME_S);
}

function louder(film: Playable, by: number): void {
  film.volume = Math.round(within(film.volume + by, 1) * 10) / 10;
  if (by > 0) film.muted = false;
}
