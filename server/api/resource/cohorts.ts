import "server-only";
import { z } from "zod";
import { database } from "../../database/client.ts";
import { cursorOf, keysIn, ONE_ID, Paging, pageOf } from "../paging.ts";
import { Moment, momentOf, momentOrNull } from "../shapes.ts";
import { resource } from "./resource.ts";

export const COHORTS = resource({
  path: "/cohorts",
  scope: "cohorts:read",
  summary: "The cohorts that the token's maker teaches.",
  query: z.strictObject(Paging),
  row: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    students: z.int().min(0),
    next_meeting: Moment.nullable(),
    ends_at: Moment.nullable(),
    created_at: Moment,
  }),
  find: async (caller, { limit, cursor }) => {
    const [after] = keysIn(cursor, ONE_ID) ?? [];
    const rows = await database().cohort.findMany({
      where: { id: { in: [...caller.cohortIds], ...(after && { gt: after }) } },
      orderBy: { id: "asc" },
      take: limit + 1,
      include: { _count: { select: { enrolments: { where: { role: "student" } } } } },
    });
    return pageOf(
      rows,
      limit,
      ({ id }) => cursorOf(id),
      ({ id, slug, name, ...row }) => ({
        ...{ id, slug, name, students: row._count.enrolments },
        next_meeting: momentOrNull(row.nextMeeting),
        ends_at: momentOrNull(row.endsAt),
        created_at: momentOf(row.createdAt),
      }),
    );
  },
});
