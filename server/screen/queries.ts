import "server-only";
import { groupedBySection, type Place } from "#domain/screen/screen-report";
import { lessonPageFor } from "../course/queries.ts";
import { database } from "../database/client.ts";
import { taughtBy } from "../paste/taught-by.ts";
import type { Instructor, Student, Viewer } from "../viewer.ts";

export type OwnReport = {
  readonly id: string;
  readonly anchor: string;
  readonly createdAt: Date;
  readonly handledAt: Date | null;
};

const MOST_OWN = 50;

/** What a student has said of the screens of a lesson, newest first. */
export const ownReportsOf = (student: Student, { module, lesson }: Omit<Place, "anchor">): Promise<OwnReport[]> =>
  database().screenReport.findMany({
    where: { userId: student.id, module, lesson },
    orderBy: { createdAt: "desc" },
    take: MOST_OWN,
    select: { id: true, anchor: true, createdAt: true, handledAt: true },
  });

/** Where a report leads; null where the lesson or the section is there no more. */
export type Section = {
  readonly title: string;
  readonly lesson: string;
  readonly href: string;
  /** When the lesson was last compared with the real screens. */
  readonly checked: string | null;
};

export type ScreenReportView = Place & {
  readonly id: string;
  readonly studentId: string;
  readonly name: string;
  readonly text: string;
  /** The language of the page, and when it had last been compared with the real screens. */
  readonly locale: string;
  readonly checked: string | null;
  readonly createdAt: Date;
  readonly handledAt: Date | null;
  readonly picture: { readonly width: number; readonly height: number } | null;
  readonly section: Section | null;
};

const FIRST_PAGE = 100;
const isHandledWhere = (isHandled: boolean) => (isHandled ? { not: null } : null);

/** Reports of the students of an instructor's cohorts, newest first: those that wait, or those that were dealt with. */
export async function screenReports(
  instructor: Instructor,
  isHandled: boolean,
  take = FIRST_PAGE,
): Promise<ScreenReportView[]> {
  const rows = await database().screenReport.findMany({
    where: { handledAt: isHandledWhere(isHandled), user: taughtBy(instructor) },
    orderBy: isHandled ? { handledAt: "desc" } : { createdAt: "desc" },
    take,
    include: { user: { select: { name: true } }, picture: { select: { width: true, height: true } } },
  });
  const sections = new Map<string, Section | null>();
  for (const { key, first } of groupedBySection(rows.map((row) => ({ ...row, studentId: row.userId }))))
    sections.set(key, await sectionOf(instructor, first, first.locale === "en" ? "en" : "pl"));
  return rows.map(({ user, userId, ...row }) => ({
    ...row,
    studentId: userId,
    name: user.name,
    section: sections.get(`${row.module}/${row.lesson}#${row.anchor}`) ?? null,
  }));
}

async function sectionOf(
  instructor: Instructor,
  { module, lesson, anchor }: Place,
  locale: "pl" | "en",
): Promise<Section | null> {
  const page = await lessonPageFor(instructor, locale, lesson);
  const section = page?.sections.find((candidate) => candidate.anchor === anchor);
  if (!page || !section || page.module.slug !== module) return null;
  const href = `/lessons/${module}/${lesson}#${anchor}`;
  return { title: section.title, lesson: page.title, href, checked: page.lesson.checked };
}

export const countOfScreenReports = (instructor: Instructor, isHandled = false): Promise<number> =>
  database().screenReport.count({ where: { handledAt: isHandledWhere(isHandled), user: taughtBy(instructor) } });

/** How many of one student's reports wait. */
export const countOfScreensOf = ({ id: userId }: Pick<Student, "id">): Promise<number> =>
  database().screenReport.count({ where: { userId, handledAt: null } });

/** The ids of what an instructor has marked as dealt with at this very moment, so that it can be undone. */
export async function handledAtOnce(instructor: Instructor, handledAt: Date): Promise<string[]> {
  const where = { handledAt, handledBy: instructor.id, user: taughtBy(instructor) };
  const rows = await database().screenReport.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** A report's picture, for whoever sent it and for instructors of theirs; for everybody else it is not there. */
export function screenPictureOf({ student, instructor }: Viewer, reportId: string) {
  const own = student ? [{ userId: student.id }] : [];
  const taught = instructor ? [{ user: taughtBy(instructor) }] : [];
  return database().screenPicture.findFirst({
    where: { reportId, report: { OR: [...own, ...taught] } },
    select: { mediaType: true, bytes: true },
  });
}
