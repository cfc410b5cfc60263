import "server-only";
import type { Locale } from "#domain/course/course";
import { done, type Outcome, refused } from "#domain/outcome";
import { fitted } from "#domain/paste/fitted";
import { withoutSecrets } from "#domain/paste/without-secrets";
import { type Picture, readPicture } from "#domain/picture/picture";
import { LONGEST_WORDS, type Place, type Reported } from "#domain/screen/screen-report";
import { lessonPageFor } from "../course/queries.ts";
import { database, type Transaction } from "../database/client.ts";
import { countUse } from "../limit/limit.ts";
import { notify } from "../live/notify.ts";
import { taughtBy } from "../paste/taught-by.ts";
import type { Instructor, Student } from "../viewer.ts";

type Wish = Place & { readonly text: string; readonly file: Uint8Array | null };
type Report = Place & { readonly locale: Locale; readonly checked: string | null; readonly text: string };

/** Says that the provider's screen looks different from a section. The same words and the same picture twice are one report. */
export async function reportScreen(
  student: Student,
  locale: Locale,
  { text, file, ...place }: Wish,
): Promise<Reported> {
  const page = await lessonPageFor(student, locale, place.lesson);
  const isThere = page?.module.slug === place.module && page.sections.some(({ anchor }) => anchor === place.anchor);
  if (!isThere) return refused("not_found");
  const words = fitted(text).text.trim();
  if (words === "" && !file) return refused("empty");
  if (words.length > LONGEST_WORDS) return refused("too_long");
  const picture = file && readPicture(file);
  if (picture && !picture.ok) return picture;
  const limited = await countUse("screen report by person", student.id);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const report = { ...place, locale: page.locale, checked: page.lesson.checked, text: withoutSecrets(words) };
  await database().$transaction((tx) => keep(tx, student, report, picture?.value ?? null));
  return done(null);
}

async function keep(tx: Transaction, { id: userId }: Student, report: Report, picture: Picture | null): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`screens of ${userId}`}, 0))`;
  const drawn = picture && columnsOf(picture);
  const same = { ...report, userId, handledAt: null, picture: { is: drawn && { bytes: drawn.bytes } } };
  if ((await tx.screenReport.count({ where: same })) > 0) return;
  const data = { ...report, userId, ...(drawn && { picture: { create: drawn } }) };
  await tx.screenReport.create({ data, select: { id: true } });
  await tell(tx, [userId]);
}

const columnsOf = ({ type, width, height, bytes }: Picture) =>
  ({ mediaType: type, width, height, bytes: new Uint8Array(bytes) }) as const;

/** The student takes a report back, with its picture. Somebody else's, or none, looks the same: nothing happens. */
export async function takeReportBack({ id: userId }: Student, reportId: string): Promise<void> {
  await database().$transaction(async (tx) => {
    const { count } = await tx.screenReport.deleteMany({ where: { id: reportId, userId } });
    if (count > 0) await tell(tx, [userId]);
  });
}

/** An instructor has dealt with these, or opens them again. Those of others are left alone; not one of one's own is `not_found`. */
export async function markHandled(
  instructor: Instructor,
  reportIds: readonly string[],
  handledAt: Date | null,
): Promise<Outcome<null, "not_found">> {
  return database().$transaction(async (tx) => {
    const where = { id: { in: [...reportIds] }, user: taughtBy(instructor) };
    const reports = await tx.screenReport.findMany({ where, select: { id: true, userId: true } });
    if (reports.length === 0) return refused("not_found");
    await tx.screenReport.updateMany({
      where: { id: { in: reports.map(({ id }) => id) }, handledAt: handledAt ? null : { not: null } },
      data: { handledAt, handledBy: handledAt && instructor.id },
    });
    await tell(tx, new Set(reports.map(({ userId }) => userId)));
    return done(null);
  });
}

/** The students themselves, and the desks on which they are. */
async function tell(tx: Transaction, userIds: Iterable<string>): Promise<void> {
  const people = [...userIds];
  const where = { userId: { in: people }, role: "student" } as const;
  const cohorts = await tx.enrolment.findMany({ where, distinct: "cohortId", select: { cohortId: true } });
  await notify(
    tx,
    ...people.map((id) => `user:${id}` as const),
    ...cohorts.map(({ cohortId: id }) => `cohort:${id}` as const),
  );
}
