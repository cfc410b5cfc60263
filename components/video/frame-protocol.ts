/** What a player in a frame says of itself; parts that it does not mention have not changed. */
export type Reading = {
  readonly time?: number;
  readonly duration?: number;
  readonly isPlaying?: boolean;
  readonly isEnded?: boolean;
  readonly volume?: number;
  readonly isMuted?: boolean;
  readonly rate?: number;
};

export type Message = Readonly<Record<string, unknown>>;

/** How one talks with a player in a frame: by messages, so that no script of its site runs in ours. */
export type Protocol = {
  /** Said until the frame answers. */
  readonly greetings: readonly Message[];
  /** Said as soon as it has answered. */
  readonly wishes: readonly Message[];
  readonly play: Message;
  readonly pause: Message;
  readonly seek: (seconds: number) => Message;
  readonly volume: (share: number) => Message;
  readonly mute: (isMuted: boolean) => Message;
  readonly rate: (rate: number) => Message;
  readonly readingOf: (message: Message) => Reading;
};

export const numberIn = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;

/** Without the parts that were not mentioned. */
export const mentioned = (reading: { readonly [Part in keyof Reading]: Reading[Part] | undefined }): Reading =>
  Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined));

/** A message of a frame, which is an object or the same as JSON; null for anything else. */
export function messageIn(data: unknown): Message | null {
  try {
    const value: unknown = typeof data === "string" ? JSON.parse(data) : data;
    return typeof value === "object" && value !== null ? (value as Message) : null;
  } catch {
    return null;
  }
}
