/** What a key does to the film. */
export type Deed =
  | "toggle"
  | "mute"
  | "fullscreen"
  | "picture-in-picture"
  | "captions"
  | "shortcuts"
  | { readonly seekBy: number }
  | { readonly seekTo: number }
  | { readonly frames: number }
  | { readonly louderBy: number }
  | { readonly faster: boolean };

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const LETTERS: Readonly<Record<string, Deed>> = {
  k: "toggle",
  j: { seekBy: -10 },
  l: { seekBy: 10 },
  m: "mute",
  f: "fullscreen",
  i: "picture-in-picture",
  c: "captions",
  ",": { frames: -1 },
  ".": { frames: 1 },
};
/** Signs that take Shift on most keyboards. */
const SIGNS: Readonly<Record<string, Deed>> = { "<": { faster: false }, ">": { faster: true }, "?": "shortcuts" };
const NAMED: Readonly<Record<string, Deed>> = {
  " ": "toggle",
  ArrowLeft: { seekBy: -10 },
  ArrowRight: { seekBy: 10 },
  ArrowUp: { louderBy: 0.1 },
  ArrowDown: { louderBy: -0.1 },
};

/**
 * What a key means to the film. `isOnStage` is said of a key that goes to the picture itself: elsewhere around the film Space
 * and the arrows scroll. Keys that write a character can be switched off (WCAG 2.1.4).
 */
export function deedOf(
  pressed: Pressed,
  { isOnStage, hasLetters }: { isOnStage: boolean; hasLetters: boolean },
): Deed | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if (ctrlKey || metaKey || altKey) return null;
  if (key in NAMED) return isOnStage && !shiftKey ? (NAMED[key] ?? null) : null;
  if (!hasLetters) return null;
  if (key in SIGNS) return SIGNS[key] ?? null;
  if (shiftKey) return null;
  return /^\d$/.test(key) ? { seekTo: Number(key) / 10 } : (LETTERS[key.toLowerCase()] ?? null);
}
