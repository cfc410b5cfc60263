import "server-only";
import { type Module, stepsOf } from "#domain/course/course";
import { countSteps, requiredSteps } from "#domain/progress/progress";
import { doneSteps } from "#domain/progress/step-record";
import { moduleForEach, type Reader, wholeModule } from "../course/queries.ts";
import { database } from "../database/client.ts";
import { STEP_RECORD } from "../progress/queries.ts";

export const EXPORTS = ["people", "needs", "progress"] as const;
export type Exported = (typeof EXPORTS)[number];
export type Cell = string | number | Date | null;

/** Its headers, and its rows a batch at a time, so that no more than a batch is in memory. */
export type Table = {
  readonly header: readonly string[];
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]>;
};

const BATCH = 500;

/** A table of everybody in these cohorts. Headers are the same in both languages: programs read them. */
export async function tableOf(cohorts: readonly string[], what: Exported): Promise<Table> {
  if (what === "progress")
    return progressTable(cohorts, await moduleForEach(database(), "pl", "all"), await wholeModule("pl"));
  return what === "people" ? peopleTable(cohorts) : needsTable(cohorts);
}

type Place = { readonly cohortId: string; readonly userId: string };

/** Behind the last row of the batch before, in the order of the primary key. */
async function* walk<Row extends Place>(
  read: (after: Place | null) => Promise<Row[]>,
  cells: (row: Row) => readonly Cell[],
): AsyncGenerator<readonly (readonly Cell[])[]> {
  let after: Place | null = null;
  for (;;) {
    const rows: Row[] = await read(after);
    if (rows.length > 0) yield rows.map(cells);
    if (rows.length < BATCH) return;
    after = rows.at(-1) ?? null;
  }
}

const page = (cohorts: readonly string[], after: Place | null) => ({
  where: {
    cohortId: { in: [...cohorts] },
    ...(after && {
      OR: [{ cohortId: { gt: after.cohortId } }, { cohortId: after.cohortId, userId: { gt: after.userId } }],
    }),
  },
  orderBy: [{ cohortId: "asc" as const }, { userId: "asc" as const }],
  take: BATCH,
});

const PERSON = { cohortId: true, userId: true, cohort: { select: { name: true } } } as const;
const WHO = { select: { email: true, name: true } } as const;

function peopleTable(cohorts: readonly string[]): Table {
  const read = (after: Place | null) =>
    database().enrolment.findMany({
      ...page(cohorts, after),
      select: {
        ...{ ...PERSON, role: true, invitedAt: true },
        user: { select: { email: true, name: true, firstSignedInAt: true, lastActiveAt: true } },
      },
    });
  return {
    header: ["email", "name", "cohort", "role", "invited_at", "first_signed_in_at", "last_active_at"],
    batches: walk(read, ({ user, cohort, role, invitedAt }) => [
      ...[user.email, user.name, cohort.name, role, invitedAt, user.firstSignedInAt, user.lastActiveAt],
    ]),
  };
}

function needsTable(cohorts: readonly string[]): Table {
  const read = (after: Place | null) =>
    database().blocker.findMany({
      ...page(cohorts, after),
      where: { ...page(cohorts, after).where, closedAt: null },
      select: { ...PERSON, status: true, stepId: true, cause: true, tries: true, since: true, user: WHO },
    });
  return {
    header: ["email", "name", "cohort", "status", "step", "cause", "tries", "since"],
    batches: walk(read, ({ user, cohort, status, stepId, cause, tries, since }) => [
      ...[user.email, user.name, cohort.name, status, stepId, cause, tries, since],
    ]),
  };
}

/** A column for each step: proven, ticked, or nothing; then how many are required of the person, and how many of those are done. */
function progressTable(cohorts: readonly string[], moduleOf: (reader: Reader) => Module, whole: Module): Table {
  const steps = stepsOf(whole).map(({ id }) => id);
  const read = (after: Place | null) => {
    const { where, ...rest } = page(cohorts, after);
    const progress = { select: STEP_RECORD };
    const enrolments = { where: { role: "student" as const }, select: { cohort: { select: { slug: true } } } };
    return database().enrolment.findMany({
      ...{ ...rest, where: { ...where, role: "student" as const } },
      select: { ...PERSON, user: { select: { email: true, name: true, progress, enrolments } } },
    });
  };
  return {
    header: ["email", "name", "cohort", ...steps, "required_done", "required_total"],
    batches: walk(read, ({ user, cohort }) => {
      const rows = new Map(user.progress.map((row) => [row.stepId, row]));
      const cell = (id: string) => (rows.get(id)?.provenAt ? "proven" : rows.get(id)?.tickedAt ? "ticked" : null);
      const module = moduleOf({ cohorts: user.enrolments.map((enrolment) => enrolment.cohort.slug) });
      const { done, total } = countSteps(requiredSteps(module, user.progress), doneSteps(user.progress));
      const counts = total === 0 ? [null, null] : [done, total];
      return [user.email, user.name, cohort.name, ...steps.map(cell), ...counts];
    }),
  };
}
