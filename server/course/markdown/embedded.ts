import "server-only";
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { element, text } from "./element.ts";

/** A page of somebody else's inside ours would load without having been asked for: it becomes a link. */
export function leadOutOfFrames(tree: Root): void {
  visit(tree, "element", (frame, index, parent) => {
    if (frame.tagName !== "iframe" || index === undefined || !parent) return;
    const href = String(frame.properties.src ?? "");
    const words = String(frame.properties.title ?? "") || href;
    parent.children[index] = element("p", {}, [element("a", { href }, [text(words)])]);
  });
}
