import "server-only";
import type { Element, ElementContent, Root, RootContent } from "hast";
import { common, createLowlight } from "lowlight";
import { visit } from "unist-util-visit";
import { element, elementsIn, isElement, text } from "./element.ts";
import { textOf } from "./text.ts";

/** What stands behind a fence: ``` ``` py title="a.py" linenums="1" hl_lines="2 4-5" ``` or `{ .py title="a.py" }`. */
export type FenceInfo = {
  readonly language: string | null;
  readonly title: string | null;
  /** The number of the first line, where lines are numbered. */
  readonly firstLine: number | null;
  /** Numbers of lines, counted from 1. */
  readonly marked: ReadonlySet<number>;
};

const lowlight = createLowlight(common);
lowlight.registerAlias({ bash: ["console", "sh"], xml: ["html", "jinja"], ini: ["toml"], plaintext: ["text", "txt"] });
/** A block over this many characters is shown without colours, so that one page cannot hold up the others. */
const MOST_COLOURED = 50_000;

export function fenceInfoOf(info: string): FenceInfo {
  const setting = (name: string) =>
    new RegExp(`(?:^|[\\s{])${name}=(?:"([^"]*)"|'([^']*)'|(\\S+))`).exec(info)?.slice(1).find(Boolean);
  const [, dotted, plain] = /^\{?\s*(?:\.([\w+#-]+)|([\w+#-]+)(?![\w+#-]*=))/.exec(info) ?? [];
  const first = setting("linenums");
  return {
    language: (dotted ?? plain)?.toLowerCase() ?? null,
    title: setting("title") ?? null,
    firstLine: first === undefined ? null : Math.max(1, Number.parseInt(first, 10) || 1),
    marked: linesIn(setting("hl_lines") ?? ""),
  };
}

/** `2 4-5` as lines 2, 4 and 5. */
function linesIn(list: string): Set<number> {
  const lines = new Set<number>();
  for (const [, from, to] of list.matchAll(/(\d+)(?:-(\d+))?/g)) {
    const last = Math.min(Number(to ?? from), Number(from) + 10_000);
    for (let line = Number(from); line <= last; line++) lines.add(line);
  }
  return lines;
}

/** Colours fenced code, gives it its title, its numbers and its marked lines. */
export function highlightCode(tree: Root): void {
  visit(tree, "element", (pre, index, parent) => {
    const [code] = elementsIn(pre);
    if (pre.tagName !== "pre" || !isElement(code, "code") || index === undefined || !parent) return;
    const info = fenceInfoOf(String(code.properties.dataInfo ?? ""));
    delete code.properties.dataInfo;
    colour(code, info);
    const title = info.title ? [element("span", { className: ["filename"] }, [text(info.title)])] : [];
    (parent.children as RootContent[])[index] = element("div", { className: ["highlight"] }, [...title, pre]);
    return index + 1;
  });
}

function colour(code: Element, { language, firstLine, marked }: FenceInfo): void {
  const words = textOf(code);
  if (language) code.properties.className = [`language-${language}`];
  if (language && lowlight.registered(language) && words.length < MOST_COLOURED) {
    code.children = lowlight.highlight(language, words).children as ElementContent[];
  }
  if (firstLine === null && marked.size === 0) return;
  code.children = linesOf(code.children).map((children, index) => {
    const number = firstLine === null ? {} : { dataLine: firstLine + index };
    return element("span", { className: marked.has(index + 1) ? ["line", "hll"] : ["line"], ...number }, children);
  });
}

/** Cuts coloured code at its line ends; a colour that goes over one is given to both lines. */
function linesOf(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  const add = (node: ElementContent) => lines.at(-1)?.push(node);
  for (const node of nodes) {
    if (node.type === "element") {
      for (const [index, children] of linesOf(node.children).entries()) {
        if (index > 0) lines.push([]);
        if (children.length > 0) add({ ...node, children });
      }
      continue;
    }
    if (node.type !== "text") continue;
    for (const [index, line] of node.value.split(/(?<=\n)/).entries()) {
      if (index > 0) lines.push([]);
      add(text(line));
    }
    if (node.value.endsWith("\n")) lines.push([]);
  }
  return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}
