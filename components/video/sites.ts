import type { Locale, VideoSource } from "#domain/course/course";

/** What a frame says of its film. */
export type FrameState = {
  readonly second?: number;
  readonly isPaused?: boolean;
  readonly volume?: number;
  readonly isMuted?: boolean;
  readonly rate?: number;
};

/** How one speaks with the page of a site that shows a film, without a script of that site in ours. */
export type Site = {
  readonly name: string;
  /** Who else learns of the click. */
  readonly owner: string;
  readonly origin: string;
  /** Where the film is shown from a second, for a link. */
  readonly page: (second: number) => string;
  readonly frame: (second: number, locale: Locale) => string;
  /** Said until the frame answers. */
  readonly greetings: readonly object[];
  readonly play: object;
  readonly pause: object;
  readonly seek: (second: number) => object;
  readonly setVolume: (volume: number, isMuted: boolean) => readonly object[];
  readonly setRate: (rate: number) => object;
  readonly read: (message: unknown) => FrameState | null;
};

type Said = Readonly<Record<string, unknown>>;
const said = (value: unknown): Said => (typeof value === "object" && value !== null ? (value as Said) : {});
const numberIn = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
const boolIn = (value: unknown): boolean | undefined => (typeof value === "boolean" ? value : undefined);

const command = (func: string, ...args: unknown[]) => ({ event: "command", func, args, channel: "widget" });
const PLAYING = 1;

function youtube(id: string): Site {
  const origin = "https://www.youtube-nocookie.com";
  return {
    name: "YouTube",
    owner: "Google",
    origin,
    page: (second) => `https://www.youtube.com/watch?v=${id}&t=${second}s`,
    frame: (second, locale) => {
      const asked = {
        autoplay: "1",
        start: String(second),
        enablejsapi: "1",
        playsinline: "1",
        rel: "0",
        hl: locale,
        cc_lang_pref: locale,
      };
      return `${origin}/embed/${id}?${new URLSearchParams({ ...asked, origin: location.origin })}`;
    },
    greetings: [{ event: "listening", channel: "widget" }],
    play: command("playVideo"),
    pause: command("pauseVideo"),
    seek: (second) => command("seekTo", second, true),
    setVolume: (volume, isMuted) => [
      command(isMuted ? "mute" : "unMute"),
      command("setVolume", Math.round(volume * 100)),
    ],
    setRate: (rate) => command("setPlaybackRate", rate),
    read: (message) => {
      const { event, info } = said(message);
      if (event === "onStateChange" && typeof info === "number") return { isPaused: info !== PLAYING };
      if (event !== "infoDelivery" && event !== "initialDelivery") return event === undefined ? null : {};
      const { currentTime, playerState, volume, muted, playbackRate } = said(info);
      const loudness = numberIn(volume);
      return {
        ...defined("second", numberIn(currentTime)),
        ...(typeof playerState === "number" ? { isPaused: playerState !== PLAYING } : {}),
        ...defined("volume", loudness === undefined ? undefined : loudness / 100),
        ...defined("isMuted", boolIn(muted)),
        ...defined("rate", numberIn(playbackRate)),
      };
    },
  };
}

const defined = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };

const VIMEO_EVENTS = ["play", "pause", "timeupdate", "volumechange", "playbackratechange"] as const;

function vimeo(id: string, hash: string | null): Site {
  const origin = "https://player.vimeo.com";
  return {
    name: "Vimeo",
    owner: "Vimeo",
    origin,
    page: (second) => `https://vimeo.com/${id}${hash ? `/${hash}` : ""}#t=${second}s`,
    frame: (second, locale) => {
      const asked = { autoplay: "1", dnt: "1", playsinline: "1", texttrack: locale, ...(hash ? { h: hash } : {}) };
      return `${origin}/video/${id}?${new URLSearchParams(asked)}#t=${second}s`;
    },
    greetings: VIMEO_EVENTS.map((value) => ({ method: "addEventListener", value })),
    play: { method: "play" },
    pause: { method: "pause" },
    seek: (value) => ({ method: "setCurrentTime", value }),
    setVolume: (volume, isMuted) => [
      { method: "setMuted", value: isMuted },
      { method: "setVolume", value: volume },
    ],
    setRate: (value) => ({ method: "setPlaybackRate", value }),
    read: (message) => {
      const { event, method, data } = said(message);
      if (event === undefined) return method === undefined ? null : {};
      const { seconds, volume, playbackRate } = said(data);
      return {
        ...(event === "play" || event === "pause" ? { isPaused: event === "pause" } : {}),
        ...defined("second", numberIn(seconds)),
        ...defined("volume", numberIn(volume)),
        ...defined("rate", numberIn(playbackRate)),
      };
    },
  };
}

/** The site that shows a film; null for one of the portal's own. */
export function siteOf(source: VideoSource): Site | null {
  if (source.kind === "youtube") return youtube(source.id);
  return source.kind === "vimeo" ? vimeo(source.id, source.hash) : null;
}
