import "server-only";
import { cutOff } from "#domain/retention/retention";
import { database } from "../database/client.ts";

/** Deletes what is older than a moment, no more than so many rows; gives how many there were. */
export type Forget = (before: Date, most: number) => Promise<number>;

export const forgetPictures: Forget = (before, most) =>
  database().$executeRaw`
    DELETE FROM test_picture WHERE test_id IN (
      SELECT p.test_id FROM test_picture p JOIN access_test t ON t.id = p.test_id
      WHERE t.finished_at < ${before} LIMIT ${most})`;

/**
 * Tests that say nothing of today any more. Of each student the latest one of a provider stays, and every one with a
 * judgement that no later one has replaced: the last that passed and each refusal since, or else the last refusal.
 */
export const forgetTests: Forget = (before, most) =>
  database().$executeRaw`
    DELETE FROM access_test WHERE id IN (
      SELECT t.id FROM access_test t JOIN api_credential c ON c.id = t.credential_id
      WHERE t.finished_at < ${before}
        AND EXISTS (
          SELECT 1 FROM access_test n JOIN api_credential d ON d.id = n.credential_id
          WHERE n.user_id = t.user_id AND d.provider = c.provider AND n.requested_at > t.requested_at)
        AND NOT EXISTS (
          SELECT 1 FROM check_result r WHERE r.test_id = t.id AND r.state IN ('passed', 'failed', 'waiting')
            AND NOT EXISTS (
              SELECT 1 FROM check_result o JOIN access_test u ON u.id = o.test_id
              WHERE u.user_id = t.user_id AND o.check_name = r.check_name AND o.finished_at > r.finished_at
                AND (o.state = 'passed' OR (o.state = 'failed' AND r.state <> 'passed' AND NOT EXISTS (
                  SELECT 1 FROM check_result w JOIN access_test v ON v.id = w.test_id
                  WHERE v.user_id = t.user_id AND w.check_name = r.check_name AND w.state = 'passed'
                    AND w.finished_at < r.finished_at)))))
      LIMIT ${most})`;

export const forgetStepEvents: Forget = (before, most) =>
  database().$executeRaw`
    DELETE FROM step_event WHERE id IN (SELECT id FROM step_event WHERE at < ${before} LIMIT ${most})`;

export const forgetScreens: Forget = (before, most) =>
  database().$executeRaw`
    DELETE FROM screen_picture WHERE report_id IN (
      SELECT p.report_id FROM screen_picture p JOIN screen_report r ON r.id = p.report_id
      WHERE r.created_at < ${before} LIMIT ${most})`;

export const forgetHandledScreens: Forget = (before, most) =>
  database().$executeRaw`
    DELETE FROM screen_picture WHERE report_id IN (
      SELECT p.report_id FROM screen_picture p JOIN screen_report r ON r.id = p.report_id
      WHERE r.handled_at < ${before} LIMIT ${most})`;

/** What was needed to know a letter that comes back. */
export const forgetLetters: Forget = (before, most) =>
  database().$executeRaw`
    DELETE FROM mail_letter WHERE id IN (SELECT id FROM mail_letter WHERE sent_at < ${before} LIMIT ${most})`;

/** With what was sent of them. */
export const forgetWebhooks: Forget = (before, most) =>
  database().$executeRaw`
    DELETE FROM webhook_message WHERE id IN (SELECT id FROM webhook_message WHERE at < ${before} LIMIT ${most})`;

/** What is open stays: somebody waits for it. What was passed on, a message or a changed screen, waits for nobody. */
export const forgetHelp: readonly Forget[] = [
  (before, most) => database().$executeRaw`
    DELETE FROM help_request WHERE id IN (SELECT id FROM help_request WHERE closed_at < ${before} LIMIT ${most})`,
  (before, most) => database().$executeRaw`
    DELETE FROM blocker WHERE id IN (SELECT id FROM blocker WHERE closed_at < ${before} LIMIT ${most})`,
  (before, most) => database().$executeRaw`
    DELETE FROM message_report WHERE id IN (SELECT id FROM message_report WHERE created_at < ${before} LIMIT ${most})`,
  (before, most) => database().$executeRaw`
    DELETE FROM screen_report WHERE id IN (SELECT id FROM screen_report WHERE created_at < ${before} LIMIT ${most})`,
  (before, most) => database().$executeRaw`
    DELETE FROM message WHERE id IN (SELECT id FROM message WHERE created_at < ${before} LIMIT ${most})`,
  (before, most) => database().$executeRaw`
    DELETE FROM staff_note WHERE id IN (SELECT id FROM staff_note WHERE created_at < ${before} LIMIT ${most})`,
  (before, most) => database().$executeRaw`
    DELETE FROM waiver WHERE id IN (SELECT id FROM waiver WHERE ended_at < ${before} LIMIT ${most})`,
];

const DAYS_AT_ONCE = 30;

/**
 * The chain is cut at one place by a function of the owner's, which takes no number: so it goes from the front, by the
 * events of a month at a time.
 */
export const forgetAudit: Forget = async (before) => {
  let gone = 0;
  for (;;) {
    const oldest = await database().auditEvent.findFirst({ orderBy: { seq: "asc" }, select: { at: true } });
    if (!oldest || oldest.at >= before) return gone;
    const month = cutOff(-DAYS_AT_ONCE, oldest.at);
    const [row] = await database().$queryRaw<{ count: bigint }[]>`
      SELECT forget_audit_before(${new Date(Math.min(month.getTime(), before.getTime()))}) AS count`;
    if (!row || row.count === 0n) return gone;
    gone += Number(row.count);
  }
};
