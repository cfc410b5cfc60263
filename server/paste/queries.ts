import "server-only";
import { database } from "../database/client.ts";
import type { Instructor } from "../viewer.ts";
import { taughtBy } from "./taught-by.ts";

export type ReportView = {
  readonly id: string;
  readonly studentId: string;
  readonly name: string;
  readonly text: string;
  readonly createdAt: Date;
};

const FIRST_PAGE = 30;

/** What the students of an instructor's cohorts have passed on and nobody has dealt with; the oldest first. */
export async function openReports(instructor: Instructor, take = FIRST_PAGE): Promise<ReportView[]> {
  const rows = await database().messageReport.findMany({
    where: { closedAt: null, user: taughtBy(instructor) },
    orderBy: { createdAt: "asc" },
    take,
    select: { id: true, text: true, createdAt: true, userId: true, user: { select: { name: true } } },
  });
  return rows.map(({ userId, user, ...report }) => ({ ...report, studentId: userId, name: user.name }));
}

export const countOfReports = (instructor: Instructor): Promise<number> =>
  database().messageReport.count({ where: { closedAt: null, user: taughtBy(instructor) } });
