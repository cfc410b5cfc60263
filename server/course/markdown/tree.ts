import "server-only";
import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import { raw as parsed } from "hast-util-raw";
import type { Token } from "markdown-it";
import { text } from "./element.ts";
import { fenceOf } from "./fence.ts";
import { anchorOfFootnote, footnoteOf, referenceOf } from "./footnotes.ts";
import { iconOf, keysOf } from "./shortcodes.ts";

declare module "hast" {
  interface RootContentMap {
    raw: { type: "raw"; value: string; position?: Element["position"] };
  }
  interface ElementContentMap {
    raw: { type: "raw"; value: string; position?: Element["position"] };
  }
}

/** The parser's tokens as a tree of HTML whose elements know the line of the file that they begin on. */
export function hastOf(tokens: readonly Token[]): Root {
  const root: Root = { type: "root", children: [] };
  const open: (Root | Element)[] = [root];
  let line = 1;
  const add = (...nodes: readonly ElementContent[]) => {
    const start = { line, column: 1, offset: 0 };
    const children = (open.at(-1) ?? root).children as ElementContent[];
    for (const node of nodes) {
      const last = children.at(-1);
      node.position ??= { start, end: start };
      // What is written about an element stands in the text behind it, which may go over lines.
      if (node.type === "text" && last?.type === "text") last.value += node.value;
      else children.push(node);
    }
  };
  const read = (token: Token) => {
    if (token.map) line = token.map[0] + 1;
    if (token.hidden) return;
    if (token.nesting === 1) open.push(entered(token, add));
    else if (token.nesting === -1) open.pop();
    else if (token.type === "inline") token.children?.forEach(read);
    else add(...leavesOf(token));
    if (token.type === "softbreak" || token.type === "hardbreak") line++;
    if (token.block && token.nesting !== 1 && token.type !== "inline") add(text("\n"));
  };
  tokens.forEach(read);
  root.children = root.children.flatMap(withoutRaw);
  return root;
}

function entered(token: Token, add: (node: ElementContent) => void): Element {
  const element = token.type === "html_open" ? tagOf(token) : (footnoteOf(token) ?? elementOf(token));
  add(element);
  return element;
}

/** `<div class="grid" markdown>` with its attributes as HTML has them. */
function tagOf({ content, tag }: Token): Element {
  const tree = parsed({ type: "root", children: [{ type: "raw", value: content }] });
  const found = tree.type === "root" ? tree.children[0] : tree;
  return found?.type === "element" ? found : { type: "element", tagName: tag, properties: {}, children: [] };
}

const TAGS: Readonly<Record<string, string>> = { s: "del" };

function elementOf(token: Token): Element {
  return {
    type: "element",
    tagName: TAGS[token.tag] ?? token.tag,
    properties: propertiesOf(token),
    children: [],
  };
}

function propertiesOf({ attrs, type }: Token): Properties {
  // Headings inside an author's HTML take no anchor from the others.
  const properties: Properties = type === "heading_open" ? { dataHeading: "" } : {};
  for (const [name, value] of attrs ?? []) {
    if (name === "class") properties.className = String(value).split(" ");
    else if (name === "style") properties.align = String(value).replace("text-align:", "");
    else if (name === "data-open" || name === "open") properties[name === "open" ? "open" : "dataOpen"] = true;
    else properties[name] = value;
  }
  return properties;
}

function leavesOf(token: Token): ElementContent[] {
  switch (token.type) {
    case "text":
      return [text(token.content)];
    case "softbreak":
      return [text("\n")];
    case "html_inline":
    case "html_block":
      return [{ type: "raw", value: token.content }];
    case "code_inline":
      return [{ ...elementOf(token), children: [text(token.content)] }];
    case "fence":
    case "code_block":
      return [fenceOf(token)];
    case "image":
      return [pictureOf(token)];
    case "keys":
      return [keysOf(token.content)];
    case "shortcode":
      return [iconOf(token.content)];
    case "footnote_ref":
      return [referenceOf(token)];
    case "footnote_anchor":
      return [text(" "), anchorOfFootnote(token)];
    default:
      return token.tag === "" ? [text(token.content)] : [elementOf(token)];
  }
}

function pictureOf(token: Token): Element {
  const picture = elementOf(token);
  return { ...picture, properties: { ...picture.properties, alt: (token.children ?? []).map(wordsOf).join("") } };
}

const wordsOf = (token: Token): string =>
  token.type === "softbreak" ? "\n" : token.children ? token.children.map(wordsOf).join("") : token.content;

const holdsRaw = (node: RootContent): boolean =>
  node.type === "raw" || ("children" in node && (node.children as RootContent[]).some(holdsRaw));

/** HTML that an author wrote is parsed with the block around it, and only there, since that is what takes long. */
function withoutRaw(node: RootContent): RootContent[] {
  if (!holdsRaw(node)) return [node];
  const tree = parsed({ type: "root", children: [node] });
  return tree.type === "root" ? tree.children : [tree as RootContent];
}
