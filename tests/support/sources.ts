import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** A file of ours, by its path below the root. */
export type Source = { readonly path: string; readonly text: string };

const CODE = /\.(?:ts|tsx|mjs|css)$/;
const GENERATED = "server/database/generated/";
const FOLDERS = ["app", "components", "domain", "server", "scripts", "tests", "prisma"];

const paths = [...readdirSync(ROOT), ...FOLDERS.flatMap((folder) => below(folder))];

export const SOURCES: readonly Source[] = paths
  .filter((path) => CODE.test(path) && !path.startsWith(GENERATED) && path !== "next-env.d.ts")
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));

export const sourcesIn = (...folders: string[]): readonly Source[] =>
  SOURCES.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));

export const pathsWhere = (sources: readonly Source[], isSo: (source: Source) => boolean): string[] =>
  sources.filter(isSo).map(({ path }) => path);

function below(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
}

/** Type imports vanish before anything runs, so only what is left of a file's imports leads anywhere. */
const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/g;

export function importsOf({ text }: Source): string[] {
  return [...text.matchAll(IMPORT)].map(([, named, dynamic]) => named ?? dynamic ?? "");
}

/** Of every import, its type imports too. */
export const mentionsOf = ({ text }: Source): string[] =>
  [...text.matchAll(/\b(?:from\s+|import\s+|import\()"([^"]+)"/g)].map(([, name]) => name ?? "");

/** The file of ours that an import leads to; null for a package. */
export function resolved(from: string, specifier: string): string | null {
  const alias = /^#(domain|server|components)\/(.+)$/.exec(specifier);
  if (alias) return `${alias[1]}/${alias[2]}.${alias[1] === "components" ? "tsx" : "ts"}`;
  if (!specifier.startsWith(".")) return null;
  const path = normalize(join(dirname(from), specifier));
  return (
    [path, `${path}.ts`, `${path}.tsx`].find(
      (candidate) => existsSync(join(ROOT, candidate)) && CODE.test(candidate),
    ) ?? relative(ROOT, join(ROOT, path))
  );
}

/** Every file of ours that running one of `entries` may load. */
export function reachableFrom(entries: readonly string[]): ReadonlyMap<string, string> {
  const byPath = new Map(SOURCES.map((source) => [source.path, source]));
  const cameFrom = new Map<string, string>(entries.map((path) => [path, ""]));
  const queue = [...entries];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const source = byPath.get(path);
    for (const specifier of source ? importsOf(source) : []) {
      const next = resolved(path, specifier);
      if (next === null || cameFrom.has(next)) continue;
      cameFrom.set(next, path);
      queue.push(next);
    }
  }
  return cameFrom;
}
