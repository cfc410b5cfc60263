import type { DeedName } from "./deeds.ts";

/** What a key does, and by how much: seconds, tenths of the film, frames, or steps of volume and speed. */
export type Deed = { readonly does: DeedName | "shortcuts"; readonly by: number };

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const deed = (does: Deed["does"], by = 0): Deed => ({ does, by });

const LETTERS = new Map(
  Object.entries({
    k: deed("toggle"),
    j: deed("seek", -10),
    l: deed("seek", 10),
    m: deed("mute"),
    f: deed("fullscreen"),
    i: deed("pictureInPicture"),
    c: deed("captions"),
    ",": deed("frames", -1),
    ".": deed("frames", 1),
  }),
);
/** Signs that take Shift on most keyboards. */
const SIGNS = new Map(
  Object.entries({
    "<": deed("speed", -1),
    ">": deed("speed", 1),
    "?": deed("shortcuts"),
  }),
);
const NAMED = new Map(
  Object.entries({
    " ": deed("toggle"),
    ArrowLeft: deed("seek", -10),
    ArrowRight: deed("seek", 10),
    ArrowUp: deed("volume", 0.1),
    ArrowDown: deed("volume", -0.1),
  }),
);

/**
 * What a key means to the film. `isOnStage` is said of a key that goes to the picture itself: elsewhere around the film
 * Space and the arrows scroll. Keys that write a character can be switched off (WCAG 2.1.4).
 */
export function deedOf(pressed: Pressed, { isOnStage = true, hasLetters = true } = {}): Deed | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if (ctrlKey || metaKey || altKey) return null;
  if (NAMED.has(key)) return (isOnStage && !shiftKey && NAMED.get(key)) || null;
  if (!hasLetters) return null;
  if (SIGNS.has(key) || shiftKey) return SIGNS.get(key) ?? null;
  return /^\d$/.test(key) ? deed("tenth", Number(key)) : (LETTERS.get(key.toLowerCase()) ?? null);
}
