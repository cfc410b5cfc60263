import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { PlainError } from "../plain-error.ts";

/**
 * Node's permission model looks at the words of a path, and the system follows links: `link/..` is where the link leads,
 * and one up. So no folder that the web process may read has a link to a folder, nor one to a file outside of them all.
 */
export function requireNoWayOut(trees: readonly string[]): void {
  const out = trees.flatMap(linksIn).find((link) => leadsOut(link, trees));
  if (!out) return;
  throw new PlainError(
    `${out} is a link that leads out of what the web process may read, so it was not started. Put what it leads to in its place.`,
  );
}

/** Folder by folder, since Node's own recursion goes through links. */
const linksIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return linksIn(path);
    return entry.isSymbolicLink() ? [path] : [];
  });

/** A link to what is not there leads nowhere, and the web process makes nothing. */
function leadsOut(link: string, trees: readonly string[]): boolean {
  const target = statSync(link, { throwIfNoEntry: false });
  if (!target) return false;
  return target.isDirectory() || !trees.some((tree) => realpathSync(link).startsWith(tree + sep));
}
