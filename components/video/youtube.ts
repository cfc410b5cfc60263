import { type Message, mentioned, numberIn, type Protocol, type Reading } from "./frame-protocol.ts";

const command = (func: string, ...args: unknown[]): Message => ({
  event: "command",
  id: 1,
  channel: "widget",
  func,
  args,
});

const ENDED = 0;
/** Playing, or about to as soon as enough has arrived. */
const PLAYING = [1, 3];

function readingOf({ info }: Message): Reading {
  const facts = (typeof info === "object" && info !== null ? info : {}) as Message;
  const state = numberIn(facts.playerState);
  const volume = numberIn(facts.volume);
  return mentioned({
    time: numberIn(facts.currentTime),
    duration: numberIn(facts.duration) || undefined,
    isPlaying: state === undefined ? undefined : PLAYING.includes(state),
    isEnded: state === undefined ? undefined : state === ENDED,
    volume: volume === undefined ? undefined : volume / 100,
    isMuted: typeof facts.muted === "boolean" ? facts.muted : undefined,
    rate: numberIn(facts.playbackRate),
  });
}

/** The messages of YouTube's own interface for frames. */
export const YOUTUBE: Protocol = {
  greetings: [{ event: "listening", id: 1, channel: "widget" }],
  wishes: [],
  play: command("playVideo"),
  pause: command("pauseVideo"),
  seek: (seconds) => command("seekTo", seconds, true),
  volume: (share) => command("setVolume", Math.round(share * 100)),
  mute: (isMuted) => command(isMuted ? "mute" : "unMute"),
  rate: (rate) => command("setPlaybackRate", rate),
  readingOf,
};
