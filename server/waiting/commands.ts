import "server-only";
import type { CheckName } from "#domain/check/check";
import { done, type Outcome, refused } from "#domain/outcome";
import { endOf, looksOf } from "#domain/waiting/wait";
import { database, type Transaction } from "../database/client.ts";
import { pace } from "../environment.ts";
import { askForHelp } from "../help/commands.ts";
import { openRequestOf } from "../help/queries.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { countUse } from "../limit/limit.ts";
import { notify } from "../live/notify.ts";
import type { Student } from "../viewer.ts";
import { factsOfWait } from "./facts.ts";

/** Checks whose answer at the provider lags behind what the student has done, and whether a look at them costs money. */
const PAID: Partial<Record<CheckName, boolean>> = { "openai.image": true };

/**
 * The student says that it is done at the provider. Until the provider lets it through a refusal is no failure; the
 * portal tests again after 5, 15 and 30 minutes, the picture only if the test that was refused had the consent for it.
 */
export async function waitForProvider(
  student: Student,
  check: CheckName,
): Promise<Outcome<null, "nothing_refused" | "too_many">> {
  const refusal = await latestRefusal(student.id, check);
  if (!refusal) return refused("nothing_refused");
  const limited = await countUse("wait by person", student.id);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const since = new Date();
  const looks = looksOf(since, pace());
  const imageConsent = PAID[check] === true && refusal.imageConsent;
  await database().$transaction(async (tx) => {
    await startTimer(tx, { userId: student.id, check }, { since, until: endOf(looks), imageConsent });
    for (const at of looks) await lookLater(tx, { userId: student.id, check, since }, at);
    await notify(tx, `user:${student.id}`);
  });
  return done(null);
}

/** The test in which the check was refused, if that is the last that is known of it. */
async function latestRefusal(userId: string, check: CheckName): Promise<{ imageConsent: boolean } | null> {
  const latest = await database().checkResult.findFirst({
    where: { check, test: { userId }, state: { in: ["passed", "failed", "waiting"] }, finishedAt: { not: null } },
    orderBy: { finishedAt: "desc" },
    select: { state: true, test: { select: { imageConsent: true } } },
  });
  return latest && latest.state !== "passed" ? latest.test : null;
}

type Key = { readonly userId: string; readonly check: string };

async function startTimer(tx: Transaction, key: Key, timer: { since: Date; until: Date; imageConsent: boolean }) {
  const fresh = { ...timer, endToldAt: null };
  await tx.waitingTimer.upsert({ where: { userId_check: key }, create: { ...key, ...fresh }, update: fresh });
}

export const lookLater = (
  tx: Transaction,
  { userId, check, since }: Key & { since: Date },
  at: Date,
  startAfter = at,
) => enqueue(tx, "retest", { userId, check, since: since.toISOString(), at: at.toISOString() }, { startAfter });

/**
 * 'The organization is the same': nobody but a person can tell more, so a request for help is written with what is
 * known. A request that is open keeps its own words above.
 */
export async function askAfterWait(
  student: Student,
  check: CheckName,
): Promise<Outcome<null, "too_many" | "nothing_waited">> {
  const facts = await factsOfWait(student, check);
  if (!facts) return refused("nothing_waited");
  const open = await openRequestOf(student);
  return askForHelp(student, { note: joined(open?.note ?? "", facts.note), stepId: facts.stepId });
}

const joined = (present: string, added: string): string => {
  if (present.includes(added)) return present;
  return present === "" ? added : `${present}\n\n${added}`;
};
