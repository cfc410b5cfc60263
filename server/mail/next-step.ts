import "server-only";
import { type Due, dueOf, dueShown } from "#domain/cohort/due";
import { type Lesson, lessonOfStep, type Step, waitingSteps } from "#domain/course/course";
import { progressIn } from "#domain/progress/progress";
import { duesFor } from "../cohort/due/queries.ts";
import { moduleForEach } from "../course/queries.ts";
import type { Transaction } from "../database/client.ts";
import { STEP_RECORD } from "../progress/queries.ts";
import type { Addressee } from "./addressee.ts";
import type { Link } from "./letter-html.ts";
import { linkTo } from "./link.ts";

type Next = { readonly step: Step; readonly lesson: Lesson; readonly due: Due | null };

/** The step that is next for somebody and until when it is to be done; null where nothing is asked of them any more. */
async function nextStepOf(tx: Transaction, userId: string, to: Addressee, now: Date): Promise<Next | null> {
  const module = (await moduleForEach(tx, to.locale, [to]))(to);
  const records = await tx.stepProgress.findMany({ where: { userId }, select: STEP_RECORD });
  const timers = await tx.waitingTimer.findMany({ where: { userId, until: { gt: now } }, select: { check: true } });
  const checks = timers.map(({ check }) => check);
  const progress = progressIn(module, records, waitingSteps(module, checks));
  const { next: step, fresh } = progress;
  const lesson = step && lessonOfStep(module, step.id);
  if (!lesson || step.optional || fresh.has(step.id)) return null;
  return { step, lesson, due: dueShown(dueOf(await duesFor({ id: userId }, tx), lesson, now), lesson, progress) };
}

/** The same in words, with the way there. */
export async function nextStepFor(
  tx: Transaction,
  userId: string,
  to: Addressee,
  now: Date,
): Promise<{ readonly words: string; readonly link: Link } | null> {
  const next = await nextStepOf(tx, userId, to, now);
  if (!next) return null;
  const { step, lesson, due } = next;
  const words = to.t("mail.nextStep", { step: step.title, lesson: lesson.title });
  return {
    words: due ? `${words} ${to.t(`mail.due.${due.when}`, { weekday: due.weekday, day: to.dueDay(due) })}` : words,
    link: linkTo(`/lessons/${lesson.module}/${lesson.slug}#${step.anchor}`, to.t("mail.nudge.step")),
  };
}
