import { mkdtemp, readFile, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Plan, planOf } from "../../../scripts/content/import/plan.ts";
import { save } from "./a-course.ts";

type Files = Readonly<Record<string, string | Buffer>>;

/** A MkDocs site in a folder of its own, with as little in mkdocs.yml as there may be. */
export async function aSite(files: Files): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "site-")));
  for (const [path, text] of Object.entries({ "mkdocs.yml": "site_name: Kurs\n", ...files }))
    await save(root, path, text);
  return root;
}

export const anEmptyCourse = (): Promise<string> => mkdtemp(join(tmpdir(), "course-"));

/** What bringing over these files would make. */
export async function planFor(files: Files, module?: string): Promise<Plan> {
  return planOf({ root: await aSite(files), into: await anEmptyCourse(), module });
}

export const textsOf = ({ files }: Plan): Record<string, string | undefined> =>
  Object.fromEntries(files.map(({ to, text }) => [to, text]));

export const remarksOf = ({ remarks }: Plan): string[] =>
  remarks.map(({ file, line, message }) => `${file}:${line} ${message}`);

export const read = (directory: string, path: string): Promise<string> => readFile(join(directory, path), "utf8");
