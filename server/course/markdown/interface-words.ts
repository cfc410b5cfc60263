import "server-only";
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { textOf } from "./text.ts";

/** `API keys`, `What best describes you?`: it begins as a button does and is made of words, not of code. */
const WORDS = /^[A-Z][A-Za-z0-9]*(?:[ '’&/+.,:-]+[A-Za-z0-9]+)*[ ?!….]*$/;

/** Inline code that names something on an English screen is drawn as a key and read out in English. */
export function markInterfaceWords(tree: Root): void {
  visit(tree, "element", (element, _index, parent) => {
    if (parent?.type === "element" && parent.tagName === "pre") return;
    if (element.tagName !== "code" || !WORDS.test(textOf(element))) return;
    element.properties.lang = "en";
    element.properties.className = ["key"];
  });
}
