import "server-only";
import type { Element, ElementContent, Properties, Root, Text } from "hast";

/** `{ #id .class key=value }` or `{: … }`, which Python-Markdown gives to what stands in front of it. */
const INSIDE = String.raw`\{:?[ ]*((?:[.#][\w:.-]+|[\w:-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'}]+)|[\w-]+)(?:[ ]+(?:[.#][\w:.-]+|[\w:-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'}]+)|[\w-]+))*)[ ]*\}`;
const AT_START = new RegExp(`^${INSIDE}`);
const AT_END = new RegExp(`[ ]+${INSIDE}[ ]*$`);
const LAST_LINE = new RegExp(`\\n[ ]*${INSIDE}[ ]*$`);
const WHOLE = new RegExp(`^${INSIDE}$`);
const ONE = /([.#])([\w:.-]+)|([\w:-]+)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'}]+))|([\w-]+)/g;

const INLINE = new Set(["a", "code", "del", "em", "img", "ins", "kbd", "mark", "span", "strong", "sub", "sup"]);
const BY_LINE = new Set(["p", "li", "dd", "blockquote"]);
const BY_END = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt"]);

/** Takes the lists out of the text and gives what they say to their elements. What is dangerous is taken out later. */
export function giveAttributes(parent: Root | Element): void {
  for (const child of parent.children) if (child.type === "element" && child.tagName !== "pre") giveAttributes(child);
  giveInline(parent);
  if (parent.type === "element" && BY_END.has(parent.tagName)) giveAtEnd(parent, AT_END);
  if (parent.type === "element" && BY_LINE.has(parent.tagName)) giveAtEnd(parent, LAST_LINE);
  giveToBlockBefore(parent);
}

function giveInline(parent: Root | Element): void {
  const children = parent.children as ElementContent[];
  for (const [index, node] of children.entries()) {
    const before = children[index - 1];
    if (node.type !== "text" || before?.type !== "element" || !INLINE.has(before.tagName)) continue;
    take(node, AT_START, before);
  }
}

function giveAtEnd(element: Element, pattern: RegExp): void {
  const last = element.children.findLast((node) => node.type !== "text" || node.value.trim() !== "");
  if (last?.type === "text") take(last, pattern, element);
}

/** A paragraph of nothing but a list belongs to the block in front of it. */
function giveToBlockBefore(parent: Root | Element): void {
  const blocks = (parent.children as ElementContent[]).filter((node): node is Element => node.type === "element");
  for (const [index, block] of blocks.entries()) {
    const [only] = block.children;
    const before = blocks[index - 1];
    if (block.tagName !== "p" || block.children.length !== 1 || only?.type !== "text" || !before) continue;
    if (!WHOLE.test(only.value.trim())) continue;
    merge(before.properties, attributesIn(only.value.trim()));
    parent.children.splice((parent.children as ElementContent[]).indexOf(block), 1);
  }
}

function take(node: Text, pattern: RegExp, element: Element): void {
  const found = pattern.exec(node.value);
  if (!found) return;
  node.value = pattern === AT_START ? node.value.slice(found[0].length) : node.value.slice(0, found.index);
  merge(element.properties, attributesIn(found[1] ?? ""));
}

function attributesIn(list: string): Properties {
  const given: Properties & { className: string[] } = { className: [] };
  for (const [, sign, name = "", key, double, single, bare, word] of list.replace(/^\{:?|\}$/g, "").matchAll(ONE)) {
    if (sign === ".") given.className.push(name);
    else if (sign === "#") given.id = name;
    else if (key === "class") given.className.push(...(double ?? single ?? bare ?? "").split(/\s+/));
    else if (key !== undefined) given[key] = double ?? single ?? bare ?? "";
    else if (word !== undefined) given[word] = word;
  }
  return given;
}

function merge(into: Properties, given: Properties): void {
  const classes = [
    ...((into.className as string[] | undefined) ?? []),
    ...((given.className as string[] | undefined) ?? []),
  ];
  Object.assign(into, given);
  if (classes.length > 0) into.className = classes;
  else delete into.className;
}
