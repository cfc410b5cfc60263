import "server-only";
import { z } from "zod";
import { cursorOf, keysIn, Paging, pageOf } from "../paging.ts";
import { CauseFilter, CohortFilter, HELP_STATUSES, Moment, momentOf, momentOrNull, Since } from "../shapes.ts";
import { cohortsAsked, resource } from "./resource.ts";
import { type StudentRow, standingsOf, studentRows } from "./student-rows.ts";

const KEYS = z.tuple([z.uuid(), z.uuid()]);

export const STUDENTS = resource({
  path: "/students",
  scope: "students:read",
  summary: "Students with where they stand, one row for each cohort that they are in.",
  query: z.strictObject({
    ...Paging,
    cohort: CohortFilter,
    status: z
      .enum(["none", ...HELP_STATUSES])
      .optional()
      .describe("Why they need help; `none` for those who need none."),
    cause: CauseFilter,
    since: Since.describe("Only those with progress since then."),
  }),
  row: z.object({
    id: z.uuid(),
    cohort_id: z.uuid(),
    name: z.string(),
    email: z.string(),
    invited_at: Moment,
    first_signed_in_at: Moment.nullable(),
    last_active_at: Moment.nullable(),
    last_progress_at: Moment.nullable(),
    status: z.enum(["none", ...HELP_STATUSES]),
    step_id: z.string().nullable().describe("The step on which they need help."),
    cause: z.string().nullable(),
    tries: z.int().min(0).nullable(),
    since: Moment.nullable().describe("Since when they need help."),
    progress: z
      .object({ done: z.int().min(0), total: z.int().min(0), proven: z.int().min(0), finished: z.boolean() })
      .nullable()
      .describe("Of the required steps; null for a token without progress:read."),
  }),
  find: async (caller, { limit, cursor, cohort, status, cause, since }) => {
    const after = keysIn(cursor, KEYS);
    const wish = { status, cause, since: since ? new Date(since) : undefined, after };
    const rows = await studentRows(cohortsAsked(caller, cohort), wish, limit + 1);
    const standings = caller.scopes.has("progress:read") ? await standingsOf(rows.map(({ id }) => id)) : null;
    return pageOf(
      rows,
      limit,
      (row) => cursorOf(row.cohortId, row.id),
      (row) => shown(row, standings?.get(row.id) ?? null),
    );
  },
});

const shown = <Standing>(row: StudentRow, progress: Standing) => ({
  ...{ id: row.id, cohort_id: row.cohortId, name: row.name, email: row.email },
  invited_at: momentOf(row.invitedAt),
  first_signed_in_at: momentOrNull(row.firstSignedInAt),
  last_active_at: momentOrNull(row.lastActiveAt),
  last_progress_at: momentOrNull(row.lastProgressAt),
  ...{ status: row.status ?? "none", step_id: row.stepId, cause: row.cause, tries: row.tries },
  since: momentOrNull(row.since),
  progress,
});
