import "server-only";
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Locale } from "#domain/course/course";
import { addressOf, routeOf } from "./address.ts";
import { lineOf } from "./text.ts";

export type Reference = { readonly line: number; readonly target: string };

const NEW_TAB = { pl: " (otwiera się w nowej karcie)", en: " (opens in a new tab)" } as const;

function leaveTheTab(link: Element, locale: Locale): void {
  Object.assign(link.properties, { target: "_blank", rel: ["noopener"] });
  const children = [{ type: "text" as const, value: NEW_TAB[locale] }];
  link.children.push({ type: "element", tagName: "span", properties: { className: ["sr-only"] }, children });
}

/** Leads links to the portal's routes, says which of them leave it, and returns them as they were written. */
export function leadLinks(tree: Root, folder: string, locale: Locale): Reference[] {
  const written: Reference[] = [];
  visit(tree, "element", (link) => {
    const href = link.properties.href;
    if (link.tagName !== "a" || typeof href !== "string") return;
    // A picture that leads somewhere does not open large.
    visit(link, { tagName: "img" }, (picture) => {
      picture.properties.dataLinked = "";
    });
    written.push({ line: lineOf(link), target: href });
    const route = routeOf(addressOf(href, folder));
    if (route !== null) link.properties.href = route;
    if (/^(https?:)?\/\//i.test(href)) leaveTheTab(link, locale);
  });
  return written;
}
