import "server-only";
import { z } from "zod";
import { database } from "../../database/client.ts";
import { cursorOf, keysIn, ONE_ID, Paging, pageOf } from "../paging.ts";
import * as shapes from "../shapes.ts";
import { cohortsAsked, resource } from "./resource.ts";
import { namedFor } from "./student-ref.ts";

const { Moment, momentOf, momentOrNull } = shapes;

export const HELP_REQUESTS = resource({
  path: "/help-requests",
  scope: "help:read",
  summary: "Requests for help with the student's note, never with a message that was pasted.",
  query: z.strictObject({
    ...Paging,
    cohort: shapes.CohortFilter,
    state: shapes.OpenFilter,
    cause: shapes.CauseFilter,
    since: shapes.Since.describe("Only those that were made or closed since then."),
  }),
  row: z.object({
    id: z.uuid(),
    student: shapes.StudentRef,
    step_id: z.string().nullable(),
    cause: z.string().nullable().describe("What the message was taken for that the student asks about."),
    note: z.string(),
    created_at: Moment,
    closed_at: Moment.nullable(),
  }),
  find: async (caller, { limit, cursor, cohort, state, cause, since }) => {
    const [after] = keysIn(cursor, ONE_ID) ?? [];
    const taught = { role: "student" as const, cohortId: { in: cohortsAsked(caller, cohort) } };
    const rows = await database().helpRequest.findMany({
      where: {
        user: { enrolments: { some: taught } },
        ...(after && { id: { gt: after } }),
        ...(state !== "all" && { closedAt: state === "open" ? null : { not: null } }),
        ...(cause && { cause }),
        ...(since && { OR: [{ createdAt: { gte: since } }, { closedAt: { gte: since } }] }),
      },
      orderBy: { id: "asc" },
      take: limit + 1,
      select: {
        ...{ id: true, stepId: true, cause: true, note: true, createdAt: true, closedAt: true },
        user: { select: { id: true, name: true, email: true } },
      },
    });
    const ref = namedFor(caller);
    return pageOf(
      rows,
      limit,
      ({ id }) => cursorOf(id),
      ({ id, user, stepId, cause: taken, note, createdAt, closedAt }) => ({
        ...{ id, student: ref(user), step_id: stepId, cause: taken, note },
        ...{ created_at: momentOf(createdAt), closed_at: momentOrNull(closedAt) },
      }),
    );
  },
});
