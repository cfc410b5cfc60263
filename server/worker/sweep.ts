import "server-only";
import { deleteAccountsThatAreDue } from "../account/purge.ts";
import { placeWaitingEvents } from "../audit/place.ts";
import { nameNextMeetings } from "../cohort/next-meeting.ts";
import { forgetKeysThatAreDue } from "../credential/expiry.ts";
import { database } from "../database/client.ts";
import { wakeWhoWasOutOfTheWay } from "../desk/wake.ts";
import { refreshBlockers } from "../help/blockers.ts";
import { notify } from "../live/notify.ts";
import { log } from "../log/log.ts";
import { giveUpLostLetters } from "../message/lost.ts";
import { sweepOutages } from "../outage/sweep.ts";
import { startQuietTests } from "../quiet/look.ts";
import { forgetWhatIsOver } from "../retention/over.ts";
import { forgetOldSecrets, resumeWebhooks } from "../webhook/sweep.ts";

const BATCH = 500;
/** Longer than any run takes: whoever waits behind such a test waits for nothing. */
const TEST_LIFE_MS = 15 * 60_000;

/** What time alone changes: people who have fallen silent, waits that have ended, outages, quiet looks, keys whose day has come, requests and tests that are too old. */
export async function sweep(now: Date): Promise<void> {
  const users = await dueUsers(now);
  for (const { user_id: userId } of users)
    await look(userId, now).catch((error: unknown) => log.fault("job.failed", error, { queue: "sweep" }));
  for (const part of [
    giveUpLostTests,
    giveUpLostLetters,
    wakeWhoWasOutOfTheWay,
    sweepOutages,
    startQuietTests,
    forgetKeysThatAreDue,
    deleteAccountsThatAreDue,
    placeWaitingEvents,
    resumeWebhooks,
    forgetOldSecrets,
    nameNextMeetings,
    forgetWhatIsOver,
  ])
    await part(now).catch((error: unknown) => log.fault("job.failed", error, { queue: "sweep" }));
  if (users.length > 0) log.event("sweep.finished", { users: users.length });
}

/** Looked at and noted as such in one commit: whoever a failed sweep did not come to is still due at the next. */
async function look(userId: string, now: Date): Promise<void> {
  await database().$transaction(async (tx) => {
    await refreshBlockers(tx, userId, now);
    await tx.enrolment.updateMany({ where: { userId, role: "student" }, data: { sweptAt: now } });
  });
}

/** Students for whom a moment has passed, since they were last looked at, at which a rule about time may turn; the rules decide. */
const dueUsers = (now: Date): Promise<{ user_id: string }[]> =>
  database().$queryRaw`
    WITH moments AS (
      SELECT e.cohort_id, e.user_id, e.invited_at + make_interval(days => c.help_after_invited_days) AS turns_at
      FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN app_user u ON u.id = e.user_id
      WHERE e.role = 'student' AND u.first_signed_in_at IS NULL AND u.disabled_at IS NULL
      UNION ALL
      SELECT e.cohort_id, e.user_id, coalesce(u.last_progress_at, u.first_signed_in_at) + make_interval(days => c.help_after_stalled_days)
      FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN app_user u ON u.id = e.user_id
      WHERE e.role = 'student' AND u.first_signed_in_at IS NOT NULL AND u.disabled_at IS NULL
      UNION ALL
      SELECT b.cohort_id, b.user_id, max(b.closed_at) + make_interval(days => c.help_after_stalled_days)
      FROM blocker b JOIN cohort c ON c.id = b.cohort_id WHERE b.closed_by IS NOT NULL GROUP BY b.cohort_id, b.user_id, c.help_after_stalled_days
      UNION ALL
      SELECT b.cohort_id, b.user_id, max(b.closed_at) + make_interval(days => c.help_after_invited_days)
      FROM blocker b JOIN cohort c ON c.id = b.cohort_id WHERE b.closed_by IS NOT NULL GROUP BY b.cohort_id, b.user_id, c.help_after_invited_days
      UNION ALL
      SELECT e.cohort_id, e.user_id, w.until FROM enrolment e JOIN waiting_timer w ON w.user_id = e.user_id WHERE e.role = 'student'
    )
    SELECT DISTINCT m.user_id FROM moments m JOIN enrolment s ON s.cohort_id = m.cohort_id AND s.user_id = m.user_id
    WHERE m.turns_at <= ${now} AND (s.swept_at IS NULL OR s.swept_at < m.turns_at)
    LIMIT ${BATCH}`;

/** A test whose job was lost for good ends honestly, so that the student can start another. One that is held back is not lost. */
async function giveUpLostTests(now: Date): Promise<void> {
  const lost = await database().$queryRaw<{ id: string; user_id: string }[]>`
    UPDATE access_test SET finished_at = ${now}, ending = 'given_up'
    WHERE finished_at IS NULL AND held_at IS NULL
      AND coalesce(started_at, requested_at) < ${new Date(now.getTime() - TEST_LIFE_MS)} RETURNING id, user_id`;
  for (const { id, user_id: userId } of lost) {
    log.event("test.given_up", { testId: id });
    await notify(database(), `user:${userId}`);
  }
}
