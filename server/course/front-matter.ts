import "server-only";
import { broken, type Read } from "./problem.ts";
import { type Yaml, yamlOf } from "./yaml.ts";

/** The body keeps the line numbers of the file: blank lines stand where the front matter was. */
export type Source = { readonly front: Yaml; readonly body: string };

const FRONT = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** A line of dashes alone may be a rule across the page; a key below it shows what it was meant to be. */
const BEGINS = /^\uFEFF?---[ \t]*\r?\n[\w-]+:(?:\s|$)/;

export function sourceOf(file: string, text: string): Read<Source> {
  const match = FRONT.exec(text);
  if (!match && BEGINS.test(text))
    return broken(file, 1, "the front matter has no end", "write --- below its last line");
  if (!match) return { ok: true, value: { front: { data: {}, lineOf: () => 1 }, body: text } };
  const front = yamlOf(file, match[1] ?? "", 2);
  if (!front.ok) return front;
  const body = match[0].replace(/[^\n]/g, "") + text.slice(match[0].length);
  return { ok: true, value: { front: front.value, body } };
}
