import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isEnglish, type ModuleFolder } from "../module-folder.ts";
import { type Problem, warning } from "../problem.ts";
import type { Written } from "./written.ts";

/** Pages that lie where the portal does not look for any. */
export async function unseenWarnings({ directory, folders }: Written): Promise<Problem[]> {
  return (await Promise.all(folders.map((folder) => unseenIn(directory, folder)))).flat();
}

async function unseenIn(directory: string, { slug, lessons }: ModuleFolder): Promise<Problem[]> {
  const names = await readdir(join(directory, slug), { recursive: true }).catch(() => []);
  return names
    .filter((name) => name.endsWith(".md"))
    .flatMap((name) => {
      const file = `${slug}/${name}`;
      if (name.includes("/")) return [warning(file, 1, "pages in folders of a module are not shown", MOVE)];
      const isAlone = isEnglish(name) && !lessons.includes(name.slice(0, -".en.md".length));
      return isAlone ? [warning(file, 1, "there is no Polish page, so this one is not shown", WRITE)] : [];
    });
}

const MOVE = "move it up beside module.yaml, and name it among the lessons there";
const WRITE = "write the Polish page of the same name without .en";
