import "server-only";
import { statSync } from "node:fs";

/** Changes when any of the files does; a missing file counts as one that could appear. */
export const stampOf = (paths: readonly string[]): string => paths.map((path) => stampAt(path) ?? "none").join(" ");

export const isThere = (path: string): boolean => stampAt(path) !== null;

/** A look at a file of this machine takes microseconds: less than what a promise for each of some hundred would cost. */
function stampAt(path: string): string | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found ? `${found.mtimeMs}:${found.size}` : null;
  } catch {
    return null;
  }
}

/** Holds one value a key and makes it again only when its stamp is another. */
export function memory<Value>() {
  const held = new Map<string, { readonly stamp: string; readonly value: Value }>();
  return (key: string, stamp: string, make: () => Value): Value => {
    const known = held.get(key);
    if (known?.stamp === stamp) return known.value;
    const value = make();
    held.set(key, { stamp, value });
    return value;
  };
}
