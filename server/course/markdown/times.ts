import "server-only";
import type { Element, ElementContent, Root, Text } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { secondsOf } from "#domain/course/timecode";
import { lineOf } from "./text.ts";

/**
 * A time is `m:ss` or `h:mm:ss` that stands by itself and lies within the video. `12.09.2026`, `1.3:23`, `10:30:5` and
 * `14:05` under an eight-minute film are not times of that film.
 */
const TIME = /(?<![\w.,:/-])(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?![\w:/]|[.,-]\d)/g;
const NO_TIMES = new Set(["a", "code", "pre", "kbd", "h1", "h2", "h3", "h4", "h5", "h6"]);

/** `seconds` is the length of the video; `film` is the page that plays it, empty for the page itself. */
export type Film = { readonly seconds: number; readonly page: string };

function linked(text: Text, film: Film): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const { 0: time, index } of text.value.matchAll(TIME)) {
    const at = secondsOf(time);
    if (at === null || at >= film.seconds) continue;
    if (index > end) parts.push({ type: "text", value: text.value.slice(end, index) });
    parts.push(timeLink(time, at, film));
    end = index + time.length;
  }
  if (end < text.value.length) parts.push({ type: "text", value: text.value.slice(end) });
  return parts;
}

function timeLink(time: string, at: number, film: Film): Element {
  const here = film.page === "" ? { dataAt: at } : {};
  const properties = { href: `${film.page}?t=${at}#film`, className: ["time"], ...here };
  return { type: "element", tagName: "a", properties, children: [{ type: "text", value: time }] };
}

/** Makes links of the times in a text. */
export function linkTimes(tree: Root, film: Film): void {
  visit(tree, (node, index, parent) => {
    if (node.type === "element" && NO_TIMES.has(node.tagName)) return SKIP;
    if (node.type !== "text" || index === undefined || parent === undefined || !node.value.includes(":"))
      return undefined;
    const parts = linked(node, film);
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
}

/** Times that look as if they were meant for the film, and lie behind its end. */
export function timesBeyond(tree: Root, seconds: number): { readonly line: number; readonly time: string }[] {
  const beyond: { line: number; time: string }[] = [];
  visit(tree, (node) => {
    if (node.type === "element" && NO_TIMES.has(node.tagName)) return SKIP;
    if (node.type !== "text") return undefined;
    for (const { 0: time } of node.value.matchAll(TIME)) {
      if ((secondsOf(time) ?? 0) >= seconds) beyond.push({ line: lineOf(node), time });
    }
    return undefined;
  });
  return beyond;
}
