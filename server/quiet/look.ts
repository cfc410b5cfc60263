import "server-only";
import type { CheckName } from "#domain/check/check";
import { stepProvedBy } from "#domain/course/course";
import { QUIET_AT_MOST_EVERY_MS, QUIET_BEFORE_MEETING_MS, QUIET_EVERY_MS } from "#domain/quiet/rhythm";
import { startTest } from "../access-test/commands.ts";
import { wholeModule } from "../course/queries.ts";
import { database, isDuplicate, type Transaction } from "../database/client.ts";
import { offeredProviders } from "../environment.ts";
import { log } from "../log/log.ts";

/** So many in a minute: nobody waits for these. */
const BATCH = 50;

type Due = {
  readonly userId: string;
  readonly credentialId: string;
  readonly credentialVersion: number;
  readonly check: string;
};

/** The one check of each provider that costs nothing, with the step that it proves. */
async function freeChecks(): Promise<readonly { provider: string; check: CheckName; stepId: string }[]> {
  const module = await wholeModule("pl");
  return offeredProviders().flatMap((provider) => {
    const check: CheckName = `${provider}.key`;
    const step = stepProvedBy(module, check);
    return step ? [{ provider, check, stepId: step.id }] : [];
  });
}

/** Run by the sweep: quietly looks whether what was proven still works, for those who have agreed and whose time it is. */
export async function startQuietTests(now: Date): Promise<void> {
  const due = await dueStudents(now);
  for (const student of due) await startDue(student, now);
  if (due.length > 0) log.event("quiet.started", { users: due.length });
}

async function startDue({ check, ...test }: Due, now: Date): Promise<void> {
  try {
    await database().$transaction(async (tx) => {
      const isMine = await tx.user.updateMany({
        where: {
          id: test.userId,
          OR: [{ quietTestedAt: null }, { quietTestedAt: { lte: before(now, QUIET_AT_MOST_EVERY_MS) } }],
        },
        data: { quietTestedAt: now },
      });
      if (isMine.count > 0) await startQuietTest(tx, { ...test, check });
    });
  } catch (error) {
    // The student has started a test at this moment: there is nothing left to look for.
    if (!isDuplicate(error)) throw error;
  }
}

export const startQuietTest = (tx: Transaction, { check, ...test }: Due): Promise<string> =>
  startTest(tx, { ...test, trigger: "quiet", imageConsent: false, onlyCheck: check });

const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);

/** Any test is a look. One is due a week after the last, and within a day before a live session if there was none that day. */
async function dueStudents(now: Date): Promise<readonly Due[]> {
  const free = await freeChecks();
  return database().$queryRaw`
    SELECT DISTINCT ON (u.id) u.id AS "userId", c.id AS "credentialId", c.version AS "credentialVersion", f.check_name AS "check"
    FROM app_user u
    JOIN api_credential c ON c.user_id = u.id AND c.deleted_at IS NULL
    JOIN unnest(${free.map(({ provider }) => provider)}::text[], ${free.map(({ check }) => check)}::text[],
                ${free.map(({ stepId }) => stepId)}::text[]) AS f (provider, check_name, step_id) ON f.provider = c.provider
    JOIN step_progress p ON p.user_id = u.id AND p.step_id = f.step_id AND p.proven_at IS NOT NULL
    JOIN LATERAL (SELECT max(t.requested_at) AS at FROM access_test t WHERE t.user_id = u.id) last ON true
    WHERE u.quiet_retests AND u.disabled_at IS NULL
      AND (u.quiet_tested_at IS NULL OR u.quiet_tested_at <= ${before(now, QUIET_AT_MOST_EVERY_MS)})
      AND NOT EXISTS (SELECT 1 FROM access_test live WHERE live.user_id = u.id AND live.finished_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.provider = c.provider AND i.ended_at IS NULL)
      AND (last.at IS NULL OR last.at <= ${before(now, QUIET_EVERY_MS)} OR EXISTS (
        SELECT 1 FROM enrolment e JOIN cohort g ON g.id = e.cohort_id
        WHERE e.user_id = u.id AND e.role = 'student' AND g.next_meeting > ${now}
          AND g.next_meeting <= ${before(now, -QUIET_BEFORE_MEETING_MS)}
          AND last.at <= g.next_meeting - make_interval(secs => ${QUIET_BEFORE_MEETING_MS / 1000})))
    ORDER BY u.id, c.stored_at
    LIMIT ${BATCH}`;
}
