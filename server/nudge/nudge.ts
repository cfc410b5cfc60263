import "server-only";
import { isNudge, NUDGES, sourceText } from "#domain/nudge/rule";
import { database, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { notify } from "../live/notify.ts";
import { log } from "../log/log.ts";
import { type Group, meantBy, type NudgedCohort } from "./meant.ts";
import { wordsOf } from "./words.ts";

const PATIENCE_MS = 60_000;

/**
 * Writes to whomever the rules of their cohort mean: once on each occasion, and to nobody twice in a day. Off wherever
 * nobody has switched it on, and over with the course.
 */
export async function nudgeEverybody(now: Date): Promise<void> {
  const cohorts = await database().cohort.findMany({
    where: { archivedAt: null, nudgeRules: { some: {} }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    select: { id: true, slug: true, nudgeRules: { select: { kind: true, days: true } } },
  });
  for (const { nudgeRules, ...cohort } of cohorts)
    for (const kind of NUDGES) {
      const rule = nudgeRules.find((row) => row.kind === kind && isNudge(row.kind));
      if (rule)
        await database()
          .$transaction((tx) => nudge(tx, cohort, { kind, days: rule.days }, now), { timeout: PATIENCE_MS })
          // What fails in one cohort hinders no other.
          .catch((error: unknown) => log.fault("job.failed", error, { queue: "hourly" }));
    }
}

async function nudge(
  tx: Transaction,
  cohort: NudgedCohort,
  rule: { readonly kind: (typeof NUDGES)[number]; readonly days: number },
  now: Date,
): Promise<void> {
  // One worker at a time, so that who has been reminded is known to the next.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('nudges', 0))`;
  for (const group of await meantBy(tx, cohort, rule, now))
    if (group.people.length > 0) await write(tx, cohort, group, now);
}

async function write(tx: Transaction, cohort: NudgedCohort, group: Group, now: Date): Promise<void> {
  const words = await wordsOf(cohort, group);
  if (!words) return;
  const data = { ...words, cause: group.cause, rule: sourceText(group.source), createdAt: now };
  const { id: messageId } = await tx.message.create({ data, select: { id: true } });
  await tx.messageRecipient.createMany({
    data: group.people.map(({ userId, blockerId, occasion }) => ({ messageId, userId, blockerId, occasion })),
  });
  for (const { userId } of group.people) {
    await enqueue(tx, "message", { messageId, userId });
    await notify(tx, `user:${userId}`);
  }
}
