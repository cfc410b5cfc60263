import type { FrameState, Site } from "./sites.ts";

const GREET_EVERY_MS = 250;
const GREETINGS_AT_MOST = 80;

/** A film in a frame, spoken with by messages, that looks like a `<video>` to the rest of the player. */
export class FrameFilm extends EventTarget {
  private window: Window | null = null;
  private isHeard = false;
  private state = { second: 0, isPaused: true, volume: 1, isMuted: false, rate: 1 };
  private readonly site: Site;
  /** Puts the frame on the page; called when somebody wants to play and there is none. */
  private readonly open: () => void;

  constructor(site: Site, open: () => void) {
    super();
    this.site = site;
    this.open = open;
  }

  /** Speaks with the frame from now on, until the returned function is called. */
  attach(window: Window): () => void {
    this.window = window;
    this.isHeard = false;
    let greetings = 0;
    const greet = () => {
      if (this.isHeard || greetings++ > GREETINGS_AT_MOST) return clearInterval(timer);
      for (const greeting of this.site.greetings) this.say(greeting);
    };
    const timer = setInterval(greet, GREET_EVERY_MS);
    const hear = (event: MessageEvent) => {
      if (event.origin === this.site.origin && event.source === window) this.hear(event.data);
    };
    globalThis.addEventListener("message", hear);
    return () => {
      clearInterval(timer);
      globalThis.removeEventListener("message", hear);
      this.window = null;
    };
  }

  private hear(data: unknown): void {
    const news = this.site.read(typeof data === "string" ? parsed(data) : data);
    if (!news) return;
    this.isHeard = true;
    this.note(news);
  }

  private note({ second, isPaused, volume, isMuted, rate }: FrameState): void {
    const { state } = this;
    const hasTurned = isPaused !== undefined && isPaused !== state.isPaused;
    this.state = {
      second: second ?? state.second,
      isPaused: isPaused ?? state.isPaused,
      volume: volume ?? state.volume,
      isMuted: isMuted ?? state.isMuted,
      rate: rate ?? state.rate,
    };
    if (second !== undefined) this.dispatchEvent(new Event("timeupdate"));
    if (hasTurned) this.dispatchEvent(new Event(isPaused ? "pause" : "play"));
  }

  private say(message: object): void {
    this.window?.postMessage(JSON.stringify(message), this.site.origin);
  }

  get currentTime(): number {
    return this.state.second;
  }

  set currentTime(second: number) {
    this.state = { ...this.state, second };
    this.say(this.site.seek(second));
    this.dispatchEvent(new Event("seeking"));
  }

  get paused(): boolean {
    return this.state.isPaused;
  }

  async play(): Promise<void> {
    if (this.window) this.say(this.site.play);
    else this.open();
  }

  pause(): void {
    this.say(this.site.pause);
  }

  get volume(): number {
    return this.state.volume;
  }

  set volume(volume: number) {
    this.state = { ...this.state, volume, isMuted: false };
    for (const message of this.site.setVolume(volume, false)) this.say(message);
  }

  get muted(): boolean {
    return this.state.isMuted;
  }

  set muted(isMuted: boolean) {
    this.state = { ...this.state, isMuted };
    for (const message of this.site.setVolume(this.state.volume, isMuted)) this.say(message);
  }

  get playbackRate(): number {
    return this.state.rate;
  }

  set playbackRate(rate: number) {
    this.state = { ...this.state, rate };
    this.say(this.site.setRate(rate));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
