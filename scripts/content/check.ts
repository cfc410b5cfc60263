import { relative, resolve } from "node:path";
import { type Finding, type Inspection, inspectContent } from "#server/course/check";
import { contentFolder } from "../setting/operator.ts";
import { callOf, misused } from "./call.ts";
import { type Asked, stepsInUse } from "./steps-in-use.ts";

const USAGE = "usage: npm run content -- [check] [--dir DIR] [--json]";
const OPTIONS = { dir: { type: "string" }, json: { type: "boolean", default: false } } as const;

/** What is wrong in the course's pages, and where. Warnings alone are no failure. */
export async function check(words: readonly string[]): Promise<number> {
  const call = callOf(words, OPTIONS);
  if (!call || call.names.length > 0) return misused(USAGE);
  const { dir = relative(".", contentFolder()), json } = call.options;
  const asked = await askedOf(resolve(dir));
  const inUse = "inUse" in asked ? asked.inUse : undefined;
  const inspection = await inspectContent(resolve(dir), { now: new Date(), inUse });
  console.log(json ? JSON.stringify(inJson(inspection, asked), null, 2) : inWords(inspection, asked, dir));
  return inspection.problems.some(isError) ? 1 : 0;
}

/** People of this portal have progress in its own pages alone. */
const askedOf = async (directory: string): Promise<Asked> =>
  directory === contentFolder() ? stepsInUse() : { why: "this is not the folder that the portal shows" };

const isError = ({ severity }: Finding): boolean => severity === "error";

function inJson({ pages, causes, problems }: Inspection, asked: Asked) {
  const errors = problems.filter(isError).length;
  const progress = "inUse" in asked ? { steps: asked.inUse.size } : { notLookedAt: asked.why };
  return { pages, causes, errors, warnings: problems.length - errors, progress, problems };
}

function inWords(inspection: Inspection, asked: Asked, directory: string): string {
  const { pages, causes, errors, warnings, problems } = inJson(inspection, asked);
  const lines = problems.map((problem) => lineOf(problem, directory));
  const counts = [
    counted(pages, "page"),
    counted(causes, "cause"),
    counted(errors, "error"),
    counted(warnings, "warning"),
  ];
  return [...lines, progressLine(asked), counts.join(", ")].join("\n");
}

function lineOf({ file, line, message, fix, severity }: Finding, directory: string): string {
  const place = file === "" ? directory : `${directory}/${file}:${line}`;
  return `${place}  ${severity === "warning" ? "warning: " : ""}${message} (${fix})`;
}

const progressLine = (asked: Asked): string =>
  "inUse" in asked
    ? `Compared with ${counted(asked.inUse.size, "step")} on which people have progress`
    : `Not looked at: whether people have progress on steps that are gone (${asked.why})`;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
