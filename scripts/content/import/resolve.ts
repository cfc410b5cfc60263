import { extname, posix } from "node:path";
import { isServed } from "#server/course/media";
import { nameOf, type SiteFiles } from "./files.ts";
import type { Places } from "./places.ts";
import type { Written } from "./references.ts";

/** What becomes of an address: it stays; it is written anew, perhaps to show a file; or it leads nowhere, and why. */
export type Resolved =
  | { readonly kind: "stays" }
  | { readonly kind: "anew"; readonly target: string; readonly shows: string | null }
  | { readonly kind: "lost"; readonly message: string };

const STAYS: Resolved = { kind: "stays" };
const lost = (message: string): Resolved => ({ kind: "lost", message });

export type Site = { readonly files: SiteFiles; readonly places: Places; readonly hasMacros: boolean };

export function resolved({ target, isHtml }: Written, page: string, site: Site): Resolved {
  if (/\{\{|\{%/.test(target)) return STAYS;
  if (target === "" || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?)/i.test(target)) return STAYS;
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(target) ?? [];
  const candidates = candidatesFor(decoded(path), page, isHtml);
  const inDocs = candidates.filter((candidate) => !isOutside(candidate));
  for (const candidate of inDocs) {
    const place = pageAt(candidate, site);
    if (place) return toPage(place, path, rest, page, site);
    if (site.files.others.has(candidate)) return toFile(candidate, path, rest, site);
  }
  if (candidates.slice(0, 1).some(isOutside)) return lost(`${target} leads out of the docs folder and is not followed`);
  const what = isServed(path) || /\.(?:gif|jpe?g|bmp|tiff?|avif|ico|webm|mov|pdf|zip)$/i.test(path) ? "file" : "page";
  return lost(`there is no ${what} ${target}`);
}

const isOutside = (path: string): boolean => path === ".." || path.startsWith("../");

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** From the file in text, from the page's address in HTML; what is written as an address may be meant as one anywhere. */
function candidatesFor(path: string, page: string, isHtml: boolean): string[] {
  if (path.startsWith("/")) return [posix.normalize(path.slice(1) || ".")];
  const ofFile = posix.join(posix.dirname(page), path);
  const address = nameOf(page) === "index" ? "." : nameOf(page);
  const ofAddress = posix.join(address, path);
  const both = isHtml ? [ofAddress, ofFile] : [ofFile, ofAddress];
  return both.map((candidate) => candidate.replace(/(?<=.)\/$/, ""));
}

/** A page by its file, or by the address that MkDocs gives it. */
function pageAt(candidate: string, { places }: Site): string | null {
  const address = candidate.replace(/(?:\/|(?:\/|^)index\.html)$/, "").replace(/\.html$/, "") || ".";
  const names = [candidate, `${address}.md`, ...["index.md", "README.md"].map((name) => posix.join(address, name))];
  return names.find((name) => places.pages.has(name)) ?? null;
}

function toPage(to: string, path: string, rest: string, page: string, { places }: Site): Resolved {
  const [here, there] = [places.pages.get(page), places.pages.get(to)];
  if (!here || !there) return STAYS;
  const anew = here.module === there.module ? `${there.slug}.md` : `../${there.module}/${there.slug}.md`;
  return decoded(path) === anew ? STAYS : { kind: "anew", target: anew + rest, shows: null };
}

function toFile(file: string, path: string, rest: string, { places }: Site): Resolved {
  if (!isServed(file)) return lost(`${file} is of a kind (${extname(file)}) that the portal does not hand out`);
  const anew = `assets/${places.files.get(file) ?? ""}`;
  const target = decoded(path) === anew ? path : anew.split("/").map(encodeURIComponent).join("/");
  return { kind: "anew", target: target + rest, shows: file };
}
