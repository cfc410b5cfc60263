import "server-only";
import { isCheckName } from "#domain/check/check";
import { dueOf, dueShown } from "#domain/cohort/due";
import { lessonOfStep, stepProvedBy } from "#domain/course/course";
import { progressIn } from "#domain/progress/progress";
import { duesFor } from "../cohort/due/queries.ts";
import { moduleForEach } from "../course/queries.ts";
import type { Transaction } from "../database/client.ts";
import { STEP_RECORD } from "../progress/queries.ts";
import type { Addressee } from "./addressee.ts";

/** The step that is next for somebody and until when it is to be done, in words; null where nothing is asked of them any more. */
export async function nextStepWords(tx: Transaction, userId: string, to: Addressee, now: Date): Promise<string | null> {
  const module = (await moduleForEach(tx, to.locale, [to]))(to);
  const records = await tx.stepProgress.findMany({ where: { userId }, select: STEP_RECORD });
  const timers = await tx.waitingTimer.findMany({ where: { userId, until: { gt: now } }, select: { check: true } });
  const checks = timers.map(({ check }) => check).filter(isCheckName);
  const progress = progressIn(
    module,
    records,
    new Set(checks.flatMap((check) => stepProvedBy(module, check)?.id ?? [])),
  );
  const { next, fresh } = progress;
  const lesson = next && lessonOfStep(module, next.id);
  if (!lesson || next.optional || fresh.has(next.id)) return null;
  const due = dueShown(dueOf(await duesFor({ id: userId }, tx), lesson, now), lesson, progress);
  const words = to.t("mail.nextStep", { step: next.title, lesson: lesson.title });
  return due ? `${words} ${to.t(`mail.due.${due.when}`, { weekday: due.weekday, day: to.dueDay(due) })}` : words;
}
