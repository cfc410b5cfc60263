import "server-only";
import { causeProblems } from "./check/causes.ts";
import { freshnessWarnings } from "./check/freshness.ts";
import { lockProblems } from "./check/locks.ts";
import { moduleProblems } from "./check/modules.ts";
import { pictureWarnings } from "./check/pictures.ts";
import { referenceProblems } from "./check/references.ts";
import { sourceWarnings } from "./check/sources.ts";
import { stepProblems } from "./check/steps.ts";
import { tagWarnings } from "./check/tags.ts";
import { titleWarnings } from "./check/titles.ts";
import { toolProblems } from "./check/tools.ts";
import { unseenWarnings } from "./check/unseen.ts";
import { type InUse, vanishedWarnings } from "./check/vanished.ts";
import { lessonsIn, type Written, writtenIn } from "./check/written.ts";
import { priceProblems } from "./prices.ts";
import type { Problem, Severity } from "./problem.ts";

export type { InUse } from "./check/vanished.ts";
export type { Problem } from "./problem.ts";

/** A problem that knows how bad it is. */
export type Finding = Problem & { readonly severity: Severity };

/** How many files could be read, and all that is wrong in the folder. */
export type Inspection = { readonly pages: number; readonly causes: number; readonly problems: readonly Finding[] };

/** `inUse` is left out where nobody can be asked who has progress on which step. */
export type Occasion = { readonly now: Date; readonly inUse?: InUse | undefined };

export const inspectContent = async (directory: string, occasion: Occasion): Promise<Inspection> =>
  inspect(await writtenIn(directory), occasion);

/** A tenth of the work, for whoever waits for what is said of a lesson. */
export const inspectLessons = async (directory: string, occasion: Occasion): Promise<Inspection> =>
  inspect(await lessonsIn(directory), occasion);

async function inspect(written: Written, { now, inUse }: Occasion): Promise<Inspection> {
  const found = [
    ...written.problems,
    ...stepProblems(written),
    ...lockProblems(written),
    ...toolProblems(written),
    ...freshnessWarnings(written, now),
    ...tagWarnings(written),
    ...titleWarnings(written),
    ...(inUse ? vanishedWarnings(written, inUse) : []),
    ...(await elsewhere(written)),
  ];
  const problems = found.map((problem): Finding => ({ ...problem, severity: problem.severity ?? "error" }));
  return { pages: written.lessons.length, causes: written.causes.length, problems: problems.sort(byPlace) };
}

/** What has to look at more files than the pages as they were read. */
async function elsewhere(written: Written): Promise<readonly Problem[]> {
  const found = await Promise.all([
    priceProblems(written.directory),
    moduleProblems(written),
    referenceProblems(written),
    causeProblems(written),
    pictureWarnings(written),
    sourceWarnings(written),
    unseenWarnings(written),
  ]);
  return found.flat();
}

export async function checkContent(directory: string, now = new Date()): Promise<readonly Finding[]> {
  return (await inspectContent(directory, { now })).problems;
}

const byPlace = (one: Problem, other: Problem): number =>
  one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1;
