import type { Locale } from "#domain/course/course";
import { type Message, messageIn, type Protocol, type Reading } from "./frame-protocol.ts";
import { VIMEO } from "./vimeo.ts";
import { YOUTUBE } from "./youtube.ts";

const GREET_EVERY_MS = 250;
const PROTOCOLS: Readonly<Record<string, Protocol>> = { youtube: YOUTUBE, vimeo: VIMEO };
const START: Required<Reading> = {
  ...{ time: 0, duration: Number.NaN, isPlaying: false, isEnded: false },
  ...{ volume: 1, isMuted: false, rate: 1 },
};

/** `<film-frame kind="youtube" src="…" title="…">`: another site's player behind the interface of `<video>`. */
export class FilmFrame extends HTMLElement {
  #frame = document.createElement("iframe");
  #now: Required<Reading> = START;
  #tracks = document.createElement("video");
  #hasAnswered = false;
  #waiting: Message[] = [];
  #greeting: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    this.#frame.src = this.getAttribute("src") ?? "";
    this.#frame.title = this.getAttribute("title") ?? "";
    this.#frame.allow = "autoplay; fullscreen; picture-in-picture; encrypted-media";
    this.#frame.referrerPolicy = "strict-origin-when-cross-origin";
    this.replaceChildren(this.#frame);
    addEventListener("message", this.#hear);
    this.#greeting = setInterval(() => this.#send(...this.#protocol.greetings), GREET_EVERY_MS);
  }

  disconnectedCallback(): void {
    clearInterval(this.#greeting);
    removeEventListener("message", this.#hear);
  }

  /** Captions that the page draws, as something that the controls can switch. */
  addCaptions(locale: Locale): void {
    if (this.textTracks.length === 0) this.#tracks.addTextTrack("captions", "", locale).mode = "disabled";
  }

  get textTracks(): TextTrackList {
    return this.#tracks.textTracks;
  }

  get #protocol(): Protocol {
    return PROTOCOLS[this.getAttribute("kind") ?? ""] ?? YOUTUBE;
  }

  #send(...messages: readonly Message[]): void {
    const { origin } = new URL(this.#frame.src);
    for (const message of messages) this.#frame.contentWindow?.postMessage(JSON.stringify(message), origin);
  }

  #ask(message: Message): void {
    if (this.#hasAnswered) this.#send(message);
    else this.#waiting.push(message);
  }

  #hear = ({ source, origin, data }: MessageEvent): void => {
    if (source !== this.#frame.contentWindow || origin !== new URL(this.#frame.src).origin) return;
    const message = messageIn(data);
    if (!message) return;
    if (!this.#hasAnswered) this.#greetBack();
    this.#note(this.#protocol.readingOf(message));
  };

  #greetBack(): void {
    this.#hasAnswered = true;
    clearInterval(this.#greeting);
    this.#send(...this.#protocol.wishes, ...this.#waiting);
    this.#waiting = [];
    this.#tell("loadedmetadata");
  }

  #note(reading: Reading): void {
    const before = this.#now;
    const now = { ...before, ...reading };
    this.#now = now;
    if (now.duration !== before.duration) this.#tell("durationchange");
    if (now.time !== before.time) this.#tell("timeupdate");
    if (now.isPlaying !== before.isPlaying) this.#tell(...(now.isPlaying ? ["play", "playing"] : ["pause"]));
    if (now.isEnded && !before.isEnded) this.#tell("ended");
    if (now.volume !== before.volume || now.isMuted !== before.isMuted) this.#tell("volumechange");
    if (now.rate !== before.rate) this.#tell("ratechange");
  }

  #tell(...events: readonly string[]): void {
    for (const event of events) this.dispatchEvent(new Event(event));
  }

  async play(): Promise<void> {
    this.#ask(this.#protocol.play);
  }

  pause(): void {
    this.#ask(this.#protocol.pause);
  }

  get paused(): boolean {
    return !this.#now.isPlaying;
  }

  get ended(): boolean {
    return this.#now.isEnded;
  }

  get readyState(): number {
    return this.#hasAnswered ? HTMLMediaElement.HAVE_FUTURE_DATA : HTMLMediaElement.HAVE_NOTHING;
  }

  get duration(): number {
    return this.#now.duration;
  }

  get currentTime(): number {
    return this.#now.time;
  }

  set currentTime(seconds: number) {
    this.#ask(this.#protocol.seek(seconds));
    this.#note({ time: seconds });
  }

  get volume(): number {
    return this.#now.volume;
  }

  set volume(share: number) {
    this.#ask(this.#protocol.volume(share));
    this.#note({ volume: share });
  }

  get muted(): boolean {
    return this.#now.isMuted;
  }

  set muted(isMuted: boolean) {
    this.#ask(this.#protocol.mute(isMuted));
    this.#note({ isMuted });
  }

  get playbackRate(): number {
    return this.#now.rate;
  }

  set playbackRate(rate: number) {
    this.#ask(this.#protocol.rate(rate));
    this.#note({ rate });
  }
}

if (!customElements.get("film-frame")) customElements.define("film-frame", FilmFrame);
