import "server-only";
import { causeProblems } from "./check/causes.ts";
import { lockProblems } from "./check/locks.ts";
import { moduleProblems } from "./check/modules.ts";
import { referenceProblems } from "./check/references.ts";
import { stepProblems } from "./check/steps.ts";
import { toolProblems } from "./check/tools.ts";
import { writtenIn } from "./check/written.ts";
import { priceProblems } from "./prices.ts";
import type { Problem } from "./problem.ts";

export type { Problem } from "./problem.ts";

/** How many files could be read, and all that is wrong in the folder. */
export type Inspection = { readonly pages: number; readonly causes: number; readonly problems: readonly Problem[] };

export async function inspectContent(directory: string): Promise<Inspection> {
  const written = await writtenIn(directory);
  const later = await Promise.all([
    priceProblems(directory),
    moduleProblems(written),
    referenceProblems(written),
    causeProblems(written),
  ]);
  const problems = [
    ...written.problems,
    ...stepProblems(written),
    ...lockProblems(written),
    ...toolProblems(written),
    ...later.flat(),
  ].sort(byPlace);
  return { pages: written.lessons.length, causes: written.causes.length, problems };
}

export async function checkContent(directory: string): Promise<readonly Problem[]> {
  return (await inspectContent(directory)).problems;
}

const byPlace = (one: Problem, other: Problem): number =>
  one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1;
