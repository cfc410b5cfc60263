import { type Message, mentioned, numberIn, type Protocol, type Reading } from "./frame-protocol.ts";

const method = (name: string, value?: unknown): Message =>
  value === undefined ? { method: name } : { method: name, value };

const HEARD = ["play", "pause", "ended", "timeupdate", "seeked", "volumechange", "playbackratechange", "loaded"];

function readingOf({ event, data, method: asked, value }: Message): Reading {
  const facts = (typeof data === "object" && data !== null ? data : {}) as Message;
  return mentioned({
    time: numberIn(facts.seconds),
    duration: numberIn(asked === "getDuration" ? value : facts.duration),
    isPlaying: event === "play" ? true : event === "pause" || event === "ended" ? false : undefined,
    isEnded: event === "ended" ? true : event === "play" ? false : undefined,
    volume: event === "volumechange" ? numberIn(facts.volume) : undefined,
    isMuted: typeof facts.muted === "boolean" ? facts.muted : undefined,
    rate: numberIn(facts.playbackRate),
  });
}

/** The messages of Vimeo's own interface for frames. */
export const VIMEO: Protocol = {
  greetings: [method("ping")],
  wishes: [...HEARD.map((event) => method("addEventListener", event)), method("getDuration")],
  play: method("play"),
  pause: method("pause"),
  seek: (seconds) => method("setCurrentTime", seconds),
  volume: (share) => method("setVolume", share),
  mute: (isMuted) => method("setMuted", isMuted),
  rate: (rate) => method("setPlaybackRate", rate),
  readingOf,
};
