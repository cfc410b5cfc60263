import "server-only";
import { posix } from "node:path";

/** Where an address in a page leads. Paths are below the content folder: `modul-1/assets/a.png`. */
export type Address =
  | { readonly kind: "same-page"; readonly anchor: string }
  | { readonly kind: "page"; readonly folder: string; readonly slug: string; readonly anchor: string | null }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "elsewhere" }
  | { readonly kind: "portal" }
  | { readonly kind: "outside-content" };

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `folder` is where the page lies: a module, or `causes`. */
export function addressOf(href: string, folder: string): Address {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return { kind: "elsewhere" };
  if (href.startsWith("#")) return { kind: "same-page", anchor: decoded(href.slice(1)) };
  if (href.startsWith("/") || href.startsWith("?")) return { kind: "portal" };
  const [location = "", anchor] = href.split("#");
  const path = posix.join(folder, decoded(location.replace(/\?.*$/, "")));
  if (path.startsWith("..")) return { kind: "outside-content" };
  const page = /^(.+)\/([^/]+?)(?:\.en)?\.md$/.exec(path);
  if (!page?.[1] || !page[2]) return { kind: "file", path };
  return { kind: "page", folder: page[1], slug: page[2], anchor: anchor === undefined ? null : decoded(anchor) };
}

export const mediaRoute = (path: string): string => `/media/${encoded(path)}`;

const encoded = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

/** The portal's route to it; null where the address stays as it was written. */
export function routeOf(address: Address): string | null {
  if (address.kind === "file") return mediaRoute(address.path);
  if (address.kind !== "page") return null;
  const page = address.folder === "causes" ? `/causes/${address.slug}` : `/lessons/${address.folder}/${address.slug}`;
  return address.anchor === null ? page : `${page}#${encodeURIComponent(address.anchor)}`;
}
