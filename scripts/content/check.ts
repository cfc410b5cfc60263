import { resolve } from "node:path";
import { type Inspection, inspectContent } from "#server/course/check";
import { callOf, misused } from "./call.ts";

const USAGE = "usage: npm run content -- [check] [--dir DIR] [--json]";
const OPTIONS = { dir: { type: "string", default: "content" }, json: { type: "boolean", default: false } } as const;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function print({ pages, causes, problems }: Inspection, directory: string): void {
  for (const { file, line, message, fix } of problems) console.log(`${directory}/${file}:${line}  ${message} (${fix})`);
  console.log([counted(pages, "page"), counted(causes, "cause"), counted(problems.length, "problem")].join(", "));
}

/** What is wrong in the course's pages, and where. */
export async function check(words: readonly string[]): Promise<number> {
  const call = callOf(words, OPTIONS);
  if (!call || call.names.length > 0) return misused(USAGE);
  const { dir, json } = call.options;
  const inspection = await inspectContent(resolve(dir));
  if (json) console.log(JSON.stringify(inspection, null, 2));
  else print(inspection, dir);
  return inspection.problems.length > 0 ? 1 : 0;
}
