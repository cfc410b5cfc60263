import "server-only";
import type { Element, Root } from "hast";
import { raw } from "hast-util-raw";
import { visit } from "unist-util-visit";
import { isElement, text } from "./element.ts";

type Icon = { readonly body: string; readonly width?: number; readonly height?: number };
/** A set as its package has it; a size that an icon does not have is the set's, and 16 where that has none. */
type IconSet = {
  readonly icons: Readonly<Record<string, Icon>>;
  readonly aliases?: Readonly<Record<string, { readonly parent: string }>>;
  readonly width?: number;
  readonly height?: number;
};

/** Material's name of a set, and the package that holds it; each is read when a page first uses it. */
const SETS: readonly (readonly [string, () => Promise<{ default: unknown }>])[] = [
  ["material-", () => import("@iconify-json/mdi/icons.json", { with: { type: "json" } })],
  ["octicons-", () => import("@iconify-json/octicon/icons.json", { with: { type: "json" } })],
  ["simple-", () => import("@iconify-json/simple-icons/icons.json", { with: { type: "json" } })],
  ["fontawesome-brands-", () => import("@iconify-json/fa7-brands/icons.json", { with: { type: "json" } })],
  ["fontawesome-regular-", () => import("@iconify-json/fa7-regular/icons.json", { with: { type: "json" } })],
  ["fontawesome-solid-", () => import("@iconify-json/fa7-solid/icons.json", { with: { type: "json" } })],
];

/** Draws the icons that shortcodes name. One that no set has stays the text it was. */
export async function drawIcons(tree: Root): Promise<void> {
  const places: Element[] = [];
  visit(tree, "element", (place) => {
    if (place.tagName === "span" && typeof place.properties.dataIcon === "string") places.push(place);
  });
  await Promise.all(places.map(draw));
}

async function draw(place: Element): Promise<void> {
  const name = String(place.properties.dataIcon);
  delete place.properties.dataIcon;
  const icon = await iconOf(name);
  if (icon) place.children = [icon];
  else place.children = [text(`:${name}:`)];
}

async function iconOf(name: string): Promise<Element | null> {
  const [prefix, read] = SETS.find(([start]) => name.startsWith(start)) ?? [];
  if (!prefix || !read) return null;
  const set = (await read()).default as IconSet;
  const own = name.slice(prefix.length);
  const key = Object.hasOwn(set.icons, own) ? own : set.aliases?.[own]?.parent;
  const icon = key === undefined ? undefined : set.icons[key];
  if (!icon) return null;
  const size = `0 0 ${icon.width ?? set.width ?? 16} ${icon.height ?? set.height ?? 16}`;
  const svg = raw({
    type: "root",
    children: [{ type: "raw", value: `<svg viewBox="${size}" aria-hidden="true">${icon.body}</svg>` }],
  });
  const drawn = svg.type === "root" ? svg.children[0] : svg;
  return isElement(drawn as Element) ? (drawn as Element) : null;
}
