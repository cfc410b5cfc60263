import "server-only";
import type { Element, Root } from "hast";
import type { BlockContent, DefinitionContent, Parent } from "mdast";
import { visit } from "unist-util-visit";
import type { Locale } from "#domain/course/course";

declare module "mdast" {
  interface Admonition extends Parent {
    type: "admonition";
    children: (BlockContent | DefinitionContent)[];
  }
  interface RootContentMap {
    admonition: Admonition;
  }
  interface BlockContentMap {
    admonition: Admonition;
  }
}

/** Material's twelve looks, and what an admonition without a title of its own is called. */
const TITLES = {
  note: { pl: "Notatka", en: "Note" },
  abstract: { pl: "W skrócie", en: "Abstract" },
  info: { pl: "Informacja", en: "Info" },
  tip: { pl: "Wskazówka", en: "Tip" },
  success: { pl: "Gotowe", en: "Success" },
  question: { pl: "Pytanie", en: "Question" },
  warning: { pl: "Uwaga", en: "Warning" },
  failure: { pl: "Niepowodzenie", en: "Failure" },
  danger: { pl: "Ostrożnie", en: "Danger" },
  bug: { pl: "Usterka", en: "Bug" },
  example: { pl: "Przykład", en: "Example" },
  quote: { pl: "Cytat", en: "Quote" },
} as const;
export type AdmonitionLook = keyof typeof TITLES;
export const ADMONITION_LOOKS = Object.keys(TITLES) as AdmonitionLook[];

const ALIASES: Readonly<Record<string, AdmonitionLook>> = {
  summary: "abstract",
  tldr: "abstract",
  todo: "info",
  hint: "tip",
  important: "tip",
  check: "success",
  done: "success",
  help: "question",
  faq: "question",
  caution: "warning",
  attention: "warning",
  fail: "failure",
  missing: "failure",
  error: "danger",
  cite: "quote",
  seealso: "note",
};

const isLook = (type: string): type is AdmonitionLook => Object.hasOwn(TITLES, type);

/** A type that nobody knows looks like a note, as it does in Material. */
export function lookOf(type = "note"): AdmonitionLook {
  const name = type.toLowerCase();
  return isLook(name) ? name : (ALIASES[name] ?? "note");
}

const classesOf = (element: Element): readonly unknown[] =>
  Array.isArray(element.properties.className) ? element.properties.className : [];

/** Gives a title to admonitions that have none; one that was written as "" is taken away again. */
export function nameAdmonitions(tree: Root, locale: Locale): void {
  visit(tree, "element", (element) => {
    if (element.tagName !== "aside" || !classesOf(element).includes("admonition")) return;
    const look = lookOf(String(classesOf(element)[1]));
    const [title] = element.children.filter((child) => child.type === "element");
    const own = title && classesOf(title).includes("admonition-title") ? title : null;
    if (own?.children.length === 0) element.children.splice(element.children.indexOf(own), 1);
    if (own) own.properties.dataLook = look;
    if (own) return;
    const children = [{ type: "text" as const, value: TITLES[look][locale] }];
    const properties = { className: ["admonition-title"], dataLook: look };
    element.children.unshift({ type: "element", tagName: "p", properties, children });
  });
}
