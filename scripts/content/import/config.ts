import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { type Yaml, yamlOf } from "#server/course/yaml";
import { PlainError } from "../../plain-error.ts";
import { inside } from "./inside.ts";

/** What mkdocs.yml says. Tags that call Python (`!!python/name:…`, `!ENV`, `!relative`) are plain values here. */
export type Config = {
  readonly file: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly lineOf: Yaml["lineOf"];
  /** The folder of the pages, below that of mkdocs.yml. */
  readonly docs: string;
  readonly name: string;
};

const NAMES = ["mkdocs.yml", "mkdocs.yaml"];

export async function configOf(root: string): Promise<Config> {
  for (const file of NAMES) {
    const path = await inside(root, file);
    if (path !== null) return readConfig(root, file, await readFile(path, "utf8"));
  }
  throw new PlainError(`There is no mkdocs.yml in ${root}: name the folder that has it.`);
}

async function readConfig(root: string, file: string, text: string): Promise<Config> {
  const { data, lineOf } = yamlIn(file, text);
  const settings = { ...(await inherited(root, data.INHERIT)), ...data };
  const docs = posix.normalize(textOf(settings.docs_dir) ?? "docs").replace(/\/$/, "");
  if (posix.isAbsolute(docs) || docs.startsWith(".."))
    throw new PlainError(`${file}: docs_dir leads out of the folder. Copy the pages into it first.`);
  if ((await inside(root, docs)) === null)
    throw new PlainError(`${file}: there is no folder ${docs} here, where the pages are to be (docs_dir).`);
  return { file, settings, lineOf, docs, name: textOf(settings.site_name) ?? "Site" };
}

/** The file whose settings stand wherever this one says nothing. */
async function inherited(root: string, name: unknown): Promise<Readonly<Record<string, unknown>>> {
  const path = typeof name === "string" ? await inside(root, name) : null;
  return path === null ? {} : yamlIn(String(name), await readFile(path, "utf8")).data;
}

function yamlIn(file: string, text: string) {
  const yaml = yamlOf(file, text);
  if (!yaml.ok)
    throw new PlainError(yaml.problems.map(({ line, message }) => `${file}:${line}  ${message}`).join("\n"));
  return { data: recordOf(yaml.value.data), lineOf: yaml.value.lineOf };
}

export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** A text, or what `!ENV [NAME, OTHER, text]` falls back to. */
export function textOf(value: unknown): string | null {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === "string" && last.trim() !== "" ? last.trim() : null;
}

export type Named = {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly line: number;
};

/** The plugins or extensions of a list such as `[search, {tags: {enabled: true}}]`, or of a mapping. */
export function namedIn({ settings, lineOf }: Config, key: string): Named[] {
  const list = settings[key];
  if (!Array.isArray(list))
    return Object.entries(recordOf(list)).map(([name, own]) => ({
      name,
      settings: recordOf(own),
      line: lineOf([key, name]),
    }));
  return list.flatMap((item, index): Named[] => {
    const line = lineOf([key, index]);
    if (typeof item === "string") return [{ name: item, settings: {}, line }];
    return Object.entries(recordOf(item)).map(([name, own]) => ({ name, settings: recordOf(own), line }));
  });
}
