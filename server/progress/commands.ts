import "server-only";
import { v7 as uuid } from "uuid";
import { lessonOfStep } from "#domain/course/course";
import { done, type Outcome, refused } from "#domain/outcome";
import { progressIn } from "#domain/progress/progress";
import { moduleFor, readableModule } from "../course/queries.ts";
import { database, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { CHANNEL } from "../live/notify.ts";
import type { Student } from "../viewer.ts";
import { tell } from "../webhook/tell.ts";
import { progressOf } from "./queries.ts";

/**
 * The student's own 'done'. Twice, or in two tabs at once, is the same as once. A step of a lesson that is not for them is
 * not there; one that is locked waits for those before it.
 */
export async function tickStep(student: Student, stepId: string): Promise<Outcome<null, "locked" | "not_there">> {
  const lesson = lessonOfStep(await readableModule(student, "pl"), stepId);
  if (!lesson) return refused("not_there");
  const mayBeLocked =
    lesson.after.length > 0 || lesson.steps.some(({ id, after }) => id === stepId && after.length > 0);
  if (mayBeLocked && (await isLocked(student, stepId))) return refused("locked");
  await moveTick(student.id, stepId, "ticked");
  return done(null);
}

async function isLocked(student: Student, stepId: string): Promise<boolean> {
  const [module, records] = await Promise.all([moduleFor(student, "pl"), progressOf(student)]);
  return progressIn(module, records).locks.steps.has(stepId);
}

export async function untickStep(student: Student, stepId: string): Promise<void> {
  await moveTick(student.id, stepId, "unticked");
}

/**
 * State, history, the date of progress and the end of a 'stalled' blocker in one statement, hence in one round trip and
 * one commit: what was acknowledged is on disk. A tick that is taken back is no progress.
 */
async function moveTick(userId: string, stepId: string, kind: "ticked" | "unticked"): Promise<void> {
  const isTick = kind === "ticked";
  const tickedAt = isTick ? new Date() : null;
  const heard = await database().$queryRaw<{ messageId: string | null }[]>`
    WITH changed AS (
      INSERT INTO step_progress AS p (user_id, step_id, ticked_at)
      SELECT ${userId}::uuid, ${stepId}, ${tickedAt}::timestamptz
      WHERE ${isTick} OR EXISTS (SELECT 1 FROM step_progress WHERE user_id = ${userId}::uuid AND step_id = ${stepId})
      ON CONFLICT (user_id, step_id) DO UPDATE SET ticked_at = excluded.ticked_at
      WHERE (p.ticked_at IS NULL) <> (excluded.ticked_at IS NULL)
      RETURNING 1
    ), remembered AS (
      INSERT INTO step_event (id, user_id, step_id, kind)
      SELECT ${uuid()}::uuid, ${userId}::uuid, ${stepId}, ${kind}::step_event_kind FROM changed
    ), progressed AS (
      UPDATE app_user SET last_progress_at = now() WHERE id = ${userId}::uuid AND ${isTick} AND EXISTS (SELECT 1 FROM changed)
    ), unstalled AS (
      UPDATE blocker SET closed_at = now()
      WHERE user_id = ${userId}::uuid AND closed_at IS NULL AND status = 'stalled' AND ${isTick} AND EXISTS (SELECT 1 FROM changed)
      RETURNING *
    ), told AS (
      INSERT INTO webhook_message (id, kind, user_id, cohort_id, subject_id, step_id, cause, status, tries, since, reason)
      SELECT gen_random_uuid(), 'blocker.closed', u.user_id, u.cohort_id, u.id, u.step_id, u.cause, u.status::text, u.tries, u.since, 'cleared'
      FROM unstalled u WHERE EXISTS (
        SELECT 1 FROM webhook_endpoint e
        JOIN cohort_manager i ON i.user_id = e.owner_id AND i.cohort_id = u.cohort_id
        WHERE 'blocker.closed' = ANY (e.events) AND e.paused_at IS NULL AND e.off_at IS NULL)
      RETURNING id
    )
    SELECT pg_notify(${CHANNEL}, topic)::text, NULL AS "messageId"
    FROM (SELECT 'user:' || ${userId} AS topic FROM changed UNION ALL SELECT 'cohort:' || cohort_id FROM unstalled) AS topics
    UNION ALL SELECT NULL, id::text FROM told`;
  // The message is on disk already: were this lost, the sweep would find it.
  for (const { messageId } of heard) if (messageId) await enqueue(database(), "webhook-message", { messageId });
}

/** A check has passed for the step. Gives whether that is news. */
export async function proveStep(tx: Transaction, userId: string, stepId: string, testId: string): Promise<boolean> {
  const proven = await tx.$executeRaw`
    INSERT INTO step_progress AS p (user_id, step_id, proven_at) VALUES (${userId}::uuid, ${stepId}, now())
    ON CONFLICT (user_id, step_id) DO UPDATE SET proven_at = excluded.proven_at WHERE p.proven_at IS NULL`;
  if (proven === 0) return false;
  await tx.stepEvent.create({ data: { userId, stepId, kind: "proven", testId }, select: { id: true } });
  await tx.user.updateMany({ where: { id: userId }, data: { lastProgressAt: new Date() } });
  await tell(tx, { kind: "step.proven", userId, stepId });
  return true;
}
