import "server-only";
import type { Nodes, Root, RootContent } from "hast";

const BLOCKS = new Set(
  "p li ul ol div pre tr td th table aside blockquote figure figcaption details summary dt dd br h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
);

/** The words of a tree, in which blocks do not run into one another. */
export function plainOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || isUnseen(node)) return "";
  const inside = node.children.map(plainOf).join("");
  return node.type === "element" && BLOCKS.has(node.tagName) ? `\n${inside}\n` : inside;
}

/** What a link says to screen readers alone is no word of the page. */
const isUnseen = (node: Nodes): boolean =>
  node.type === "element" && Array.isArray(node.properties.className) && node.properties.className.includes("sr-only");

export type Stretch = { readonly anchor: string | null; readonly title: string | null; readonly text: string };

/** A tree cut at each of its own headings; what stands before the first has no anchor. */
export function stretchesOf({ children }: Root): readonly Stretch[] {
  const cut: { heading: RootContent | null; nodes: RootContent[] }[] = [{ heading: null, nodes: [] }];
  for (const node of children) {
    if (node.type === "element" && /^h[1-6]$/.test(node.tagName)) cut.push({ heading: node, nodes: [] });
    else cut.at(-1)?.nodes.push(node);
  }
  return cut.map(({ heading, nodes }) => ({
    anchor: heading?.type === "element" ? String(heading.properties.id ?? "") : null,
    title: heading && plainOf(heading).trim(),
    text: nodes.map(plainOf).join(""),
  }));
}
