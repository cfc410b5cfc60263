import { createHash } from "node:crypto";

/** Letters that are none with a mark, so that taking marks away leaves nothing of them. */
const PLAIN: Readonly<Record<string, string>> = { ł: "l", đ: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe", þ: "th", ı: "i" };
const DIGITS_OF_HASH = 6;

/** A name of small letters, digits and hyphens: `Błąd 403` is `blad-403`. Empty where nothing of it is left. */
export const plainName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[łđøßæœþı]/g, (letter) => PLAIN[letter] ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^[-_]+|[-_]+$/g, "");

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, DIGITS_OF_HASH);

/**
 * Gives each path a name of its own, whatever else there is: its last part; all of its parts, where an earlier path has
 * that; and a few digits made of the path, where even that is taken. Those in the fewest folders come first, then the
 * order is that of their letters, so that no name depends on the order of a navigation.
 */
export function namesFor(paths: readonly string[], taken: ReadonlySet<string>, shorten: Shorten): Map<string, string> {
  const used = new Set(taken);
  const names = new Map<string, string>();
  const waiting: string[] = [];
  const give = (path: string, name: string): boolean => {
    if (name === "" || used.has(name)) return false;
    used.add(name);
    names.set(path, name);
    return true;
  };
  for (const path of [...paths].sort(byDepth)) if (!give(path, shorten(path).short)) waiting.push(path);
  for (const path of waiting) {
    const { long, marked } = shorten(path);
    if (!give(path, long)) give(path, marked(hashOf(path)));
  }
  return names;
}

const depthOf = (path: string): number => path.split("/").length;
const byDepth = (one: string, other: string): number => depthOf(one) - depthOf(other) || (one < other ? -1 : 1);

export type Shorten = (path: string) => { short: string; long: string; marked: (mark: string) => string };

/** For pages and modules. */
export const asName: Shorten = (path) => {
  const short = plainName(path.split("/").at(-1) ?? "");
  const long = plainName(path);
  return { short, long, marked: (mark) => (long === "" ? `page-${mark}` : `${long}-${mark}`) };
};

/** For files beside the pages, which keep the name that they have. */
export const asFile: Shorten = (path) => {
  const long = path.replaceAll("/", "-");
  return { short: path.split("/").at(-1) ?? "", long, marked: (mark) => `${mark}-${long}` };
};
