import { lstat, readdir } from "node:fs/promises";
import { extname, join, posix } from "node:path";
import { MOST_BYTES } from "#server/course/page-text";
import { isExcluded } from "./excluded.ts";
import { type Remark, remark } from "./remark.ts";

/** A film of an hour in the quality of a lecture; whatever is larger is not a file of a page. */
const MOST_FILE_BYTES = 500_000_000;
const PAGE = /\.(?:md|markdown|mdown|mkdn|mkd)$/;

/** Paths below the docs folder, in the order in which MkDocs shows them where nothing else is said. */
export type SiteFiles = {
  readonly pages: readonly string[];
  readonly others: ReadonlySet<string>;
  readonly remarks: readonly Remark[];
};

type Found = { readonly path: string; readonly remark: string | null };

export async function filesOf(root: string, docs: string, excluded: string): Promise<SiteFiles> {
  const found = (await below(join(root, docs), "")).filter(({ path }) => !isExcluded(path, excluded));
  const taken = found.filter((file) => file.remark === null).map(({ path }) => path);
  return {
    pages: taken.filter((path) => PAGE.test(path)),
    others: new Set(taken.filter((path) => !PAGE.test(path))),
    remarks: found.flatMap((file) =>
      file.remark === null ? [] : [remark(posix.join(docs, file.path), 1, file.remark)],
    ),
  };
}

/** The files of a folder, then those of its folders. What begins with a dot is left out, as MkDocs does. */
async function below(docs: string, folder: string): Promise<Found[]> {
  const entries = (await readdir(join(docs, folder), { withFileTypes: true })).filter(
    ({ name }) => !name.startsWith("."),
  );
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  const own = await Promise.all(files.sort(inOrder).map((name) => foundAt(docs, posix.join(folder, name))));
  const deeper: Found[][] = [];
  for (const name of folders.sort(inOrder)) deeper.push(await below(docs, posix.join(folder, name)));
  return [...own, ...deeper.flat()];
}

const isIndex = (name: string): boolean => /^(?:index|README)\.md$/.test(name);

export const inOrder = (one: string, other: string): number =>
  Number(isIndex(other)) - Number(isIndex(one)) || (one < other ? -1 : one > other ? 1 : 0);

async function foundAt(docs: string, path: string): Promise<Found> {
  const found = await lstat(join(docs, path));
  const most = PAGE.test(path) ? MOST_BYTES : MOST_FILE_BYTES;
  if (found.isSymbolicLink())
    return { path, remark: "is a symbolic link and is not followed: put the file itself here" };
  if (!found.isFile()) return { path, remark: "is no file" };
  if (found.size <= most) return { path, remark: null };
  return { path, remark: `has ${Math.ceil(found.size / 1000)} kB, more than ${most / 1000} kB: divide or shrink it` };
}

/** `setup` for `setup.md`, `setup/index.md` and `setup/README.md`. */
export const nameOf = (page: string): string => {
  const path = page.replace(extname(page), "");
  return /(?:^|\/)(?:index|README)$/.test(path) && path.includes("/") ? posix.dirname(path) : path;
};
