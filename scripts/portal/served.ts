import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../setting/operator.ts";

const BUILD = join(ROOT, ".next");
/** Where the web process finds the build: a folder of real files alone, with nothing beside them. */
export const SERVED = join(BUILD, "served");
const ALIASES = join(BUILD, "node_modules");
/** What only the next build reads. */
const OF_THE_BUILD = new Set([
  "cache",
  "diagnostics",
  "dev",
  "node_modules",
  "served",
  "trace",
  "trace-build",
  "types",
]);

/**
 * Copies of a build what is served. The build reaches some packages by names of its own, which are links; here they have
 * the packages' real names, since whoever goes through a link and up again is no longer where the words say.
 */
export function copyServed(): void {
  const names = realNames();
  rmSync(SERVED, { recursive: true, force: true });
  for (const folder of [BUILD, SERVED, join(SERVED, ".next")]) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  }
  for (const name of readdirSync(BUILD)) if (!OF_THE_BUILD.has(name)) copy(name, names);
  writeFileSync(join(SERVED, "package.json"), "{}\n");
  // Node looks for packages in every folder above, and may not look into this one.
  rmSync(ALIASES, { recursive: true, force: true });
}

/** From the build's name of a package to its own, such as `pg-587764f78a6c7a9c` to `pg`. */
function realNames(): Map<string, string> {
  if (!existsSync(ALIASES)) return new Map();
  const links = globSync("{*,@*/*}", { cwd: ALIASES, withFileTypes: true }).filter((entry) => entry.isSymbolicLink());
  return new Map(
    links.map(({ parentPath, name }) => {
      const link = join(parentPath, name);
      const target = readlinkSync(link).split("node_modules/").at(-1) ?? "";
      return [link.slice(ALIASES.length + 1), target];
    }),
  );
}

/** Readable by all, since the web process may have a user of its own, whatever the mask was when it was built. */
function copy(name: string, names: ReadonlyMap<string, string>): void {
  const [from, to] = [join(BUILD, name), join(SERVED, ".next", name)];
  const isFolder = statSync(from).isDirectory();
  mkdirSync(isFolder ? to : dirname(to), { recursive: true });
  if (isFolder) for (const child of readdirSync(from)) copy(join(name, child), names);
  else if (/\.(?:js|json)$/.test(name)) writeFileSync(to, withRealNames(readFileSync(from, "utf8"), names));
  else copyFileSync(from, to);
  chmodSync(to, isFolder ? 0o755 : 0o644);
}

function withRealNames(text: string, names: ReadonlyMap<string, string>): string {
  return [...names].reduce((words, [alias, name]) => words.replaceAll(alias, name), text);
}
