import { realpath } from "node:fs/promises";
import { join, sep } from "node:path";

/** The real place of a path below a folder; null where nothing is there, or where a link or `..` leads out of the folder. */
export async function inside(folder: string, path: string): Promise<string | null> {
  if (path.includes("\0")) return null;
  const real = await realpath(join(folder, path)).catch(() => null);
  return real !== null && `${real}${sep}`.startsWith(folder + sep) ? real : null;
}
