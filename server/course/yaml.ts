import "server-only";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { broken, type Problem, type Read } from "./problem.ts";

/** A YAML text that still knows on which line of its file each of its values stands. */
export type Yaml = { readonly data: unknown; readonly lineOf: (path: readonly PropertyKey[]) => number };

/** A text that the reader itself gives up on, such as one whose aliases would fill the memory, is broken as any other. */
export function yamlOf(file: string, text: string, firstLine = 1): Read<Yaml> {
  try {
    return readYaml(file, text, firstLine);
  } catch (error) {
    const fix = "write it plainly, without anchors and aliases";
    return broken(file, firstLine, `YAML: ${error instanceof Error ? error.message : String(error)}`, fix);
  }
}

function readYaml(file: string, text: string, firstLine: number): Read<Yaml> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const line = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    // What follows from the first error of a line is not told: it goes away with it.
    const first = new Map(document.errors.map((error) => [line(error.pos[0]), error.message] as const).reverse());
    const fix = "mend the indentation, colons and quotes here";
    return {
      ok: false,
      problems: [...first].map(([at, message]) => ({ file, line: at, message: `YAML: ${message}`, fix })),
    };
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return line(node.range[0]);
    }
    return firstLine;
  };
  return { ok: true, value: { data: document.toJS() ?? {}, lineOf } };
}

/** The value in the form that a schema asks for, or a problem for each part that is not. */
export function formed<Form extends z.ZodType>(file: string, yaml: Yaml, form: Form): Read<z.output<Form>> {
  const parsed = form.safeParse(yaml.data);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.map((issue): Problem => {
    const name = issue.path.join(".") || "the file";
    return { file, line: yaml.lineOf(issue.path), message: `${name}: ${issue.message}`, fix: `correct ${name}` };
  });
  return { ok: false, problems };
}
