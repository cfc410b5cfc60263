import "server-only";
import type { Read } from "./problem.ts";
import { type Yaml, yamlOf } from "./yaml.ts";

/** The body keeps the line numbers of the file: blank lines stand where the front matter was. */
export type Source = { readonly front: Yaml; readonly body: string };

const FRONT = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

export function sourceOf(file: string, text: string): Read<Source> {
  const match = FRONT.exec(text);
  if (!match) return { ok: true, value: { front: { data: {}, lineOf: () => 1 }, body: text } };
  const front = yamlOf(file, match[1] ?? "", 2);
  if (!front.ok) return front;
  const body = match[0].replace(/[^\n]/g, "") + text.slice(match[0].length);
  return { ok: true, value: { front: front.value, body } };
}
