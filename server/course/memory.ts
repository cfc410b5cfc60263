import "server-only";
import { stat } from "node:fs/promises";

/** Changes when any of the files does; a missing file counts as one that could appear. */
export async function stampOf(paths: readonly string[]): Promise<string> {
  const stamps = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ mtimeMs, size }) => `${mtimeMs}:${size}`,
        () => "none",
      ),
    ),
  );
  return stamps.join(" ");
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

export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
