import "server-only";
import type { Element, Root, RootContent } from "hast";
import { visit } from "unist-util-visit";
import type { Step } from "#domain/course/course";
import { anchorsBeside } from "./markdown/anchor.ts";
import { placeContents } from "./markdown/contents.ts";
import { classesOf } from "./markdown/element.ts";
import { lineOf } from "./markdown/text.ts";

export type Heading = {
  readonly anchor: string;
  readonly title: string;
  readonly depth: number;
  readonly line: number;
};

export type Section = {
  readonly anchor: string;
  readonly title: string;
  readonly depth: number;
  readonly body: Root;
  readonly step: Step | null;
};

export type Parts = {
  readonly title: string | null;
  readonly intro: Root;
  readonly sections: readonly Section[];
  readonly headings: readonly Heading[];
};

const depthOf = (node: RootContent): number =>
  node.type === "element" && /^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : 0;

/**
 * Every heading gets the anchor that MkDocs gives it, those inside notes and quotations too. Ids that are written anywhere on
 * the page are taken; headings in an author's HTML, which MkDocs leaves without, come last.
 */
export function anchorHeadings(tree: Root): Heading[] {
  const headings: Element[] = [];
  const taken = new Set<string>();
  visit(tree, "element", (node) => {
    if (typeof node.properties.id === "string") taken.add(node.properties.id);
    if (depthOf(node) > 0) headings.push(node);
  });
  const isWritten = ({ properties }: Element) => properties.dataHeading !== undefined;
  const anchorFor = anchorsBeside(taken);
  for (const heading of [...headings.filter(isWritten), ...headings.filter((heading) => !isWritten(heading))]) {
    heading.properties.id ??= anchorFor(titleOf(heading));
  }
  return headings.map(headingOf);
}

function headingOf(heading: Element): Heading {
  delete heading.properties.dataHeading;
  const title = titleOf(heading).trim();
  return { anchor: String(heading.properties.id), title, depth: depthOf(heading), line: lineOf(heading) };
}

/** The words of a heading: neither its icons nor the numbers of footnotes. */
function titleOf(node: RootContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  const isBeside = classesOf(node).includes("twemoji") || classesOf(node).includes("footnote-ref");
  return isBeside ? "" : node.children.map(titleOf).join("");
}

/** Cuts a page at its second-level headings, and at any deeper one that explains a step. The title is taken out. */
export function partsOf(tree: Root, steps: readonly Step[]): Parts {
  const headings = anchorHeadings(tree);
  placeContents(tree, headings);
  const [first] = headings.filter(({ depth }) => depth === 1);
  const byAnchor = new Map(headings.map((heading) => [heading.anchor, heading]));
  const ofSteps = new Set(steps.map(({ anchor }) => anchor));
  const intro: RootContent[] = [];
  const sections: { heading: Heading; content: RootContent[] }[] = [];
  for (const node of tree.children) {
    const depth = depthOf(node);
    const heading = depth > 0 ? byAnchor.get(String((node as Element).properties.id)) : undefined;
    const cuts = heading && (depth === 2 || (depth > 2 && ofSteps.has(heading.anchor)));
    if (heading && heading === first) continue;
    if (cuts) sections.push({ heading, content: [] });
    else (sections.at(-1)?.content ?? intro).push(node);
  }
  return {
    title: first?.title ?? null,
    intro: { type: "root", children: intro },
    sections: sections.map(({ heading, content }) => sectionOf(heading, content, steps)),
    headings,
  };
}

function sectionOf({ anchor, title, depth }: Heading, children: RootContent[], steps: readonly Step[]): Section {
  const step = steps.find((candidate) => candidate.anchor === anchor) ?? null;
  return { anchor, title, depth, body: { type: "root", children }, step };
}
