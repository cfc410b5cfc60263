import "server-only";
import { heldUntil } from "#domain/waiting/quiet-hours";
import { farewellLetter } from "../credential/letter.ts";
import { database, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { JobData, LetterName } from "../jobs/queues.ts";
import { log } from "../log/log.ts";
import { regressedLetter } from "../quiet/letter.ts";
import { waitEndedLetter, waitPassedLetter } from "../waiting/letters.ts";
import type { Letter } from "./mailer.ts";
import { sendOnce } from "./send-once.ts";

export type LetterJob = JobData["letter"];

const COMPOSERS: Record<LetterName, (tx: Transaction, job: LetterJob, now: Date) => Promise<Letter | null>> = {
  wait_passed: waitPassedLetter,
  wait_ended: waitEndedLetter,
  regressed: regressedLetter,
  key_refused: farewellLetter,
  key_chosen_day: farewellLetter,
  key_course_over: farewellLetter,
};

/** Somebody waits for this one; the others do not come at night. */
const AT_ANY_HOUR: ReadonlySet<LetterName> = new Set(["wait_passed"]);

/** Run by the worker. What is true at this moment is written, and nothing where it no longer is. */
export async function postLetter(job: LetterJob, now = new Date()): Promise<void> {
  const morning = AT_ANY_HOUR.has(job.letter) ? null : heldUntil(now);
  if (morning) {
    await enqueue(database(), "letter", job, { startAfter: morning });
    return log.event("mail.held", { letter: job.letter });
  }
  await sendOnce(job, (tx) => COMPOSERS[job.letter](tx, job, now));
}
