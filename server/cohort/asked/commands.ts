import "server-only";
import { dayIn } from "#domain/cohort/local-time";
import { wordAfter } from "#domain/cohort/requirement";
import { COURSE_ZONE } from "#domain/cohort/zone";
import { isOptional, type Lesson } from "#domain/course/course";
import { done, type Outcome, refused } from "#domain/outcome";
import { record } from "../../audit/record.ts";
import { database, type Transaction } from "../../database/client.ts";
import { enqueue } from "../../jobs/enqueue.ts";
import { notify } from "../../live/notify.ts";
import type { Manager } from "../../viewer.ts";
import { courseByAuthor } from "./queries.ts";

type Wish = { readonly module: string; readonly lesson: string; readonly isRequired: boolean };

/**
 * Whether a cohort requires a lesson, whatever its author says. Says which is wanted instead of turning the present one
 * over, so that a second click changes nothing. The worker then looks at once who has finished, and who has not.
 */
export async function requireLesson(
  manager: Manager,
  cohortId: string,
  wish: Wish,
  now: Date,
): Promise<Outcome<null, "not_found">> {
  const lessons = await courseByAuthor(manager, cohortId, "pl");
  const lesson = lessons.find(({ module, slug }) => module === wish.module && slug === wish.lesson);
  if (!lesson) return refused("not_found");
  await database().$transaction(async (tx) => {
    // One at a time, so that the days of two who change it at once follow from each other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`asked of ${cohortId}`}, 0))`;
    if (!(await say(tx, { cohortId, lesson, isRequired: wish.isRequired, now }))) return;
    const facts = { cohort: cohortId, lesson: `${wish.module}/${wish.lesson}`, required: Number(wish.isRequired) };
    await record(tx, { kind: "cohort.changed", actorId: manager.id, facts });
    await enqueue(tx, "cohort-look", { cohortId });
    await notify(tx, `cohort:${cohortId}`);
  });
  return done(null);
}

type Saying = { cohortId: string; lesson: Lesson; isRequired: boolean; now: Date };

/** Gives whether that is news. */
async function say(tx: Transaction, { cohortId, lesson, isRequired, now }: Saying): Promise<boolean> {
  const place = { cohortId, module: lesson.module, lesson: lesson.slug };
  const where = { cohortId_module_lesson: place };
  const row = await tx.lessonRequirement.findUnique({ where });
  const byAuthor = !isOptional(lesson);
  if ((row?.isRequired ?? byAuthor) === isRequired) return false;
  const kept = row && { ...row, since: dayOf(row.since), changedOn: dayIn(row.changedAt, COURSE_ZONE) };
  const word = wordAfter(kept, { isRequired, byAuthor, today: dayIn(now, COURSE_ZONE) });
  if (!word) await tx.lessonRequirement.deleteMany({ where: place });
  else {
    const said = { ...word, since: word.since ? new Date(word.since) : null, changedAt: now };
    await tx.lessonRequirement.upsert({ where, create: { ...place, ...said }, update: said });
  }
  return true;
}

/** A date column comes as the midnight in UTC with which it begins. */
const dayOf = (since: Date | null): string | null => since?.toISOString().slice(0, 10) ?? null;
