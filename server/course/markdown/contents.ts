import "server-only";
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { element, text } from "./element.ts";
import { textOf } from "./text.ts";

type Entry = { readonly anchor: string; readonly title: string; readonly depth: number };

/** Puts the list of a page's headings where its author wrote `[TOC]`. */
export function placeContents(tree: Root, headings: readonly Entry[]): void {
  visit(tree, "element", (place) => {
    if (place.tagName !== "p" || textOf(place).trim() !== "[TOC]") return;
    Object.assign(place, element("nav", { className: ["toc"] }, [listOf(headings)]));
  });
}

/** Deeper headings lie within the entry of the one above them. */
function listOf(headings: readonly Entry[]): Element {
  const list = element("ul", {});
  for (let at = 0; at < headings.length; ) {
    const { anchor, title, depth } = headings[at] as Entry;
    const next = headings.findIndex((other, index) => index > at && other.depth <= depth);
    const end = next < 0 ? headings.length : next;
    const deeper = headings.slice(at + 1, end);
    const link = element("a", { href: `#${anchor}` }, [text(title)]);
    list.children.push(element("li", {}, deeper.length > 0 ? [link, listOf(deeper)] : [link]));
    at = end;
  }
  return list;
}
