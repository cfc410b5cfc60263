import "server-only";
import { z } from "zod";
import { database } from "../../database/client.ts";
import { cursorOf, keysIn, ONE_ID, Paging, pageOf } from "../paging.ts";
import * as shapes from "../shapes.ts";
import { cohortsAsked, resource } from "./resource.ts";
import { namedFor } from "./student-ref.ts";

const { Moment, momentOf, momentOrNull } = shapes;

export const BLOCKERS = resource({
  path: "/blockers",
  scope: "blockers:read",
  summary: "Reasons for which students need help or needed it, in the order in which they arose.",
  query: z.strictObject({
    ...Paging,
    cohort: shapes.CohortFilter,
    state: shapes.OpenFilter,
    status: z.enum(shapes.HELP_STATUSES).optional(),
    cause: shapes.CauseFilter,
    since: shapes.Since.describe("Only those that were opened or closed since then."),
  }),
  row: z.object({
    id: z.uuid(),
    cohort_id: z.uuid(),
    student: shapes.StudentRef,
    status: z.enum(shapes.HELP_STATUSES),
    step_id: z.string().nullable(),
    cause: z.string().nullable(),
    tries: z.int().min(0),
    since: Moment,
    opened_at: Moment,
    closed_at: Moment.nullable(),
  }),
  find: async (caller, { limit, cursor, cohort, state, status, cause, since }) => {
    const [after] = keysIn(cursor, ONE_ID) ?? [];
    const rows = await database().blocker.findMany({
      where: {
        cohortId: { in: cohortsAsked(caller, cohort) },
        ...(after && { id: { gt: after } }),
        ...(state !== "all" && { closedAt: state === "open" ? null : { not: null } }),
        ...(status && { status: status as "asked" }),
        ...(cause && { cause }),
        ...(since && { OR: [{ openedAt: { gte: since } }, { closedAt: { gte: since } }] }),
      },
      orderBy: { id: "asc" },
      take: limit + 1,
      include: { user: { select: { id: true, name: true, email: true } } },
    });
    const ref = namedFor(caller);
    return pageOf(
      rows,
      limit,
      ({ id }) => cursorOf(id),
      ({ user, ...row }) => ({
        ...{ id: row.id, cohort_id: row.cohortId, student: ref(user), status: row.status },
        ...{ step_id: row.stepId, cause: row.cause, tries: row.tries, since: momentOf(row.since) },
        ...{ opened_at: momentOf(row.openedAt), closed_at: momentOrNull(row.closedAt) },
      }),
    );
  },
});
