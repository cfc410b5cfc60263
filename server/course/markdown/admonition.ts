import "server-only";
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Locale } from "#domain/course/course";
import { classesOf, element, elementsIn, isElement, text } from "./element.ts";

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

const isKnown = (name: string): boolean => isLook(name) || Object.hasOwn(ALIASES, name);
/** Where a note stands beside the text is no type of it. */
const PLACES = new Set(["admonition", "inline", "end"]);

/** A type that nobody knows is called by its own name. */
function titleOf(type: string, locale: Locale): string {
  return isKnown(type) ? TITLES[lookOf(type)][locale] : type.charAt(0).toUpperCase() + type.slice(1);
}

/** Gives a title to admonitions that have none; one that was written as "" is taken away again. */
export function nameAdmonitions(tree: Root, locale: Locale): void {
  visit(tree, "element", (note) => {
    const isFolded = note.tagName === "details" && classesOf(note).length > 0;
    if (!isFolded && !classesOf(note).includes("admonition")) return;
    const type = classesOf(note).find((name) => !PLACES.has(name)) ?? "note";
    const title = titleIn(note);
    const given = title ?? element(isFolded ? "summary" : "p", isFolded ? {} : { className: ["admonition-title"] });
    if (!title) given.children = [text(titleOf(type, locale))];
    if (!title) note.children.unshift(given);
    if (title?.children.length === 0 && !isFolded) note.children.splice(note.children.indexOf(title), 1);
    if (isFolded && given.children.length === 0) given.children = [text(titleOf(type, locale))];
    note.properties.dataLook = given.properties.dataLook = lookOf(type);
    if (!isFolded) note.properties.role = "note";
  });
}

function titleIn(note: Element): Element | null {
  const [first] = elementsIn(note);
  if (isElement(first, "summary")) return first;
  return isElement(first, "p") && classesOf(first).includes("admonition-title") ? first : null;
}
