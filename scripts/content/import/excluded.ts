import { matchesGlob } from "node:path";

/** Whether the patterns of `exclude_docs`, written as in .gitignore, leave a file out. The last one that fits decides. */
export function isExcluded(path: string, patterns: string): boolean {
  let isOut = false;
  for (const line of patterns.split("\n")) {
    const pattern = line.trim();
    if (pattern === "" || pattern.startsWith("#")) continue;
    if (globsOf(pattern.replace(/^!/, "")).some((glob) => matchesGlob(path, glob))) isOut = !pattern.startsWith("!");
  }
  return isOut;
}

/** A pattern without a slash fits at any depth, and a folder's with all that is in it. */
function globsOf(pattern: string): string[] {
  const plain = pattern.replace(/^\//, "").replace(/\/$/, "");
  const glob = pattern.replace(/\/$/, "").includes("/") ? plain : `**/${plain}`;
  return pattern.endsWith("/") ? [`${glob}/**`] : [glob, `${glob}/**`];
}
