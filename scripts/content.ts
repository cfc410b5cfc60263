import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Inspection, inspectContent } from "#server/course/check";

/** `npm run content -- [check] [--dir DIR] [--json]`: what is wrong in the course's pages, and where. */

const USAGE = "usage: npm run content -- [check] [--dir DIR] [--json]";

function argumentsOf(words: string[]) {
  try {
    const options = { dir: { type: "string", default: "content" }, json: { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    return positionals.length < 2 && (positionals[0] ?? "check") === "check" ? values : null;
  } catch {
    return null;
  }
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function print({ pages, causes, problems }: Inspection, directory: string): void {
  for (const { file, line, message, fix } of problems) console.log(`${directory}/${file}:${line}  ${message} (${fix})`);
  console.log([counted(pages, "page"), counted(causes, "cause"), counted(problems.length, "problem")].join(", "));
}

const wanted = argumentsOf(process.argv.slice(2));
if (wanted === null) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const inspection = await inspectContent(resolve(wanted.dir));
  if (wanted.json) console.log(JSON.stringify(inspection, null, 2));
  else print(inspection, wanted.dir);
  process.exitCode = inspection.problems.length > 0 ? 1 : 0;
}
