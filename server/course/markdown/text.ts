import "server-only";
import type { Nodes } from "hast";

/** The words of a tree without its markup. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;
