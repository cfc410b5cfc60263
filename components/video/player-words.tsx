/** What the player says, in the language of the screen; `{time}`, `{count}`, `{site}` and `{owner}` stand for what varies. */
export type PlayerWords = {
  readonly chapters: string;
  readonly transcript: string;
  readonly search: string;
  readonly found: string;
  readonly resumed: string;
  readonly restart: string;
  readonly keys: string;
  readonly keyNames: readonly (readonly [keys: string, what: string])[];
  readonly play: string;
  readonly privacy: string;
  readonly elsewhere: string;
};

export const filledIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const KEYS = [
  ["␣ k", "turn"],
  ["j l ← →", "jump"],
  [", .", "frame"],
  ["↑ ↓ m", "volume"],
  ["< >", "speed"],
  ["f", "fullscreen"],
  ["i", "pictureInPicture"],
  ["c", "captions"],
  ["0–9", "part"],
] as const;

type Texts = ((key: PlainWord | `key.${(typeof KEYS)[number][1]}`) => string) & {
  readonly raw: (key: VaryingWord) => string;
};
type VaryingWord = "found" | "resumed" | "privacy" | "elsewhere";
type PlainWord = Exclude<keyof PlayerWords, VaryingWord | "keyNames">;

/** From the messages under `film`. */
export const playerWords = (t: Texts): PlayerWords => ({
  chapters: t("chapters"),
  transcript: t("transcript"),
  search: t("search"),
  found: t.raw("found"),
  resumed: t.raw("resumed"),
  restart: t("restart"),
  keys: t("keys"),
  keyNames: KEYS.map(([keys, name]) => [keys, t(`key.${name}`)]),
  play: t("play"),
  privacy: t.raw("privacy"),
  elsewhere: t.raw("elsewhere"),
});
