import "server-only";
import { linesOf } from "../lines.ts";
import { safe } from "../markdown/safe.ts";
import { type Problem, warning } from "../problem.ts";
import { proseOf } from "../prose.ts";

/** What a drawing is made of is lost with it. */
const DRAWING = /<svg[\s>][\s\S]*?<\/svg>/gi;
const TAG = /<([a-z][a-z0-9-]*)((?:\s[^<>]*)?)\/?>/gi;
const ATTRIBUTE = /\s(on[a-z]+|style|srcdoc)\s*=/gi;
const FIXES: Readonly<Record<string, string>> = {
  iframe: "a link stands in its place; a film can also be named among the videos of module.yaml",
  svg: "save the drawing as a file in assets/, and show it as a picture",
  script: "take it out: a page of the course runs no scripts of its own",
  style: "take it out: the portal dresses all pages alike",
};
const known = new Set(safe.tagNames ?? []);

/** HTML that an author wrote and that no reader will see, since pages are cleaned of all that could do harm. */
export function rawHtmlWarnings(file: string, body: string): Problem[] {
  const prose = proseOf(body).replace(DRAWING, (drawing) => `<svg>${drawing.slice(5).replace(/[^\n]/g, " ")}`);
  const lineOf = linesOf(prose);
  const found = [...prose.matchAll(TAG)].flatMap(({ 1: name = "", 2: attributes = "", index }) => {
    const line = lineOf(index);
    if (!known.has(name.toLowerCase())) return [taken(file, line, `<${name}>`, fixOf(name))];
    return [...attributes.matchAll(ATTRIBUTE)].map(([, attribute = ""]) =>
      taken(file, line, `${attribute.toLowerCase()} of <${name}>`, "take it out"),
    );
  });
  // Once for a page: who mends the first one looks for the others.
  return [...new Map(found.toReversed().map((problem) => [problem.message, problem])).values()].toReversed();
}

const taken = (file: string, line: number, what: string, fix: string): Problem =>
  warning(file, line, `${what} is taken out before the page is shown`, fix);

const fixOf = (name: string): string =>
  FIXES[name.toLowerCase()] ?? `if it is to be read as it stands, put it between backticks: \`<${name}>\``;
