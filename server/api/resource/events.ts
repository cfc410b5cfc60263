import "server-only";
import { z } from "zod";
import { database } from "../../database/client.ts";
import { cursorOf, keysIn, Paging, pageOf } from "../paging.ts";
import { Moment, momentOf, Since } from "../shapes.ts";
import { resource } from "./resource.ts";

const KEYS = z.tuple([z.iso.datetime(), z.uuid()]);

export const EVENTS = resource({
  path: "/students/{student}/events",
  scope: "progress:read",
  summary:
    "When a student ticked or unticked a step, when a check proved it, and when staff released them from it; the oldest first.",
  query: z.strictObject({ ...Paging, since: Since.describe("Only what happened since then.") }),
  row: z.object({
    id: z.uuid(),
    kind: z.enum(["ticked", "unticked", "proven", "waived", "unwaived"]),
    step_id: z.string(),
    at: Moment,
  }),
  find: async ({ cohortIds }, { limit, cursor, since }, userId) => {
    if (!z.uuid().safeParse(userId).success) return null;
    const [at, id] = keysIn(cursor, KEYS) ?? [];
    const taught = { userId, role: "student" as const, cohortId: { in: [...cohortIds] } };
    if ((await database().enrolment.count({ where: taught })) === 0) return null;
    const rows = await database().stepEvent.findMany({
      where: {
        userId,
        AND: [
          since ? { at: { gte: since } } : {},
          at && id ? { OR: [{ at: { gt: at } }, { at: new Date(at), id: { gt: id } }] } : {},
        ],
      },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      take: limit + 1,
    });
    return pageOf(
      rows,
      limit,
      (row) => cursorOf(momentOf(row.at), row.id),
      ({ id: event, kind, stepId, at: moment }) => ({ id: event, kind, step_id: stepId, at: momentOf(moment) }),
    );
  },
});
