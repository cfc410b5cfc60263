import "server-only";
import type { Element, Root } from "hast";
import { element, isElement } from "./element.ts";

/** A caption that stands by itself (`/// caption`) belongs to the block in front of it. */
export function captionFigures(parent: Root | Element): void {
  for (const child of parent.children)
    if (child.type === "element" && child.tagName !== "figure") captionFigures(child);
  const children = parent.children as Element[];
  for (let at = 0; at < children.length; at++) {
    const caption = children[at];
    if (!isElement(caption, "figcaption")) continue;
    const before = children.findLastIndex((node, index) => index < at && node.type === "element");
    if (before < 0) continue;
    const [pictured] = children.splice(
      before,
      at - before + 1,
      element("figure", {}, [children[before] as Element, caption]),
    );
    at = children.findIndex((node) => isElement(node, "figure") && node.children[0] === pictured);
  }
}
