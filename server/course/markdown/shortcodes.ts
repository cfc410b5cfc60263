import "server-only";
import { nameToEmoji } from "gemoji";
import type { Element, ElementContent } from "hast";
import { element, text } from "./element.ts";

/** Material's names for the icon sets: `:fontawesome-brands-github:`. */
const SETS = /^(?:material|octicons|simple|fontawesome-(?:brands|regular|solid))-./;

/** An emoji as a sign, an icon as a place for `drawIcons`, and what is neither as it was written. */
export function iconOf(name: string): ElementContent {
  const emoji = nameToEmoji[name.toLowerCase()];
  if (emoji !== undefined) return text(emoji);
  if (!SETS.test(name)) return text(`:${name}:`);
  return element("span", { className: ["twemoji"], dataIcon: name });
}

/** What is printed on keys whose names say otherwise. */
const CAPS: Readonly<Record<string, string>> = {
  control: "Ctrl",
  command: "Cmd",
  windows: "Win",
  delete: "Del",
  escape: "Esc",
  insert: "Ins",
  "arrow-up": "↑",
  "arrow-down": "↓",
  "arrow-left": "←",
  "arrow-right": "→",
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
};

const capOf = (name: string): string =>
  CAPS[name] ?? name.replace(/(^|-)(\w)/g, (_, gap: string, letter: string) => (gap ? " " : "") + letter.toUpperCase());

/** `ctrl+alt+"Nazwa"` as keys with a plus between them. */
export function keysOf(written: string): Element {
  const keys = written.match(/"[^"]+"|'[^']+'|[\w-]+/g) ?? [];
  const children = keys.flatMap((key, index): ElementContent[] => {
    const quoted = /^(["'])(.*)\1$/.exec(key)?.[2];
    const cap = element("kbd", {}, [text(quoted ?? capOf(key.toLowerCase()))]);
    return index === 0 ? [cap] : [text("+"), cap];
  });
  return element("span", { className: ["keys"] }, children);
}
