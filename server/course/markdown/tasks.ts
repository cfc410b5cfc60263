import "server-only";
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { classesOf, element, elementsIn, isElement } from "./element.ts";

const BOX = /^\[(?<mark>[ xX])\]\s+/;

/** `- [x] done`: a box that shows and cannot be changed. */
export function drawTasks(tree: Root): void {
  visit(tree, "element", (list) => {
    if (list.tagName !== "ul" && list.tagName !== "ol") return;
    const tasks = elementsIn(list).filter((item) => isElement(item, "li") && drawBox(item));
    if (tasks.length > 0) list.properties.className = [...classesOf(list), "task-list"];
  });
}

function drawBox(item: Element): boolean {
  const [first] = item.children.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const line = isElement(first, "p") ? first : item;
  const at = line.children.findIndex((node) => node.type === "text" && node.value.trim() !== "");
  const words = line.children[at];
  const mark =
    words?.type === "text" && at === line.children.indexOf(line.children[0] ?? words) ? BOX.exec(words.value) : null;
  if (!mark || words?.type !== "text") return false;
  words.value = words.value.slice(mark[0].length);
  const checked = mark.groups?.mark !== " ";
  line.children.splice(at, 0, element("input", { type: "checkbox", disabled: true, checked }));
  item.properties.className = [...classesOf(item), "task-list-item"];
  return true;
}
