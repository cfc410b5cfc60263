import "server-only";
import { lessonOfStep } from "#domain/course/course";
import type { NudgeSource } from "#domain/nudge/rule";
import { waitingSteps } from "#domain/nudge/undone";
import { progressIn } from "#domain/progress/progress";
import { moduleFor } from "../course/queries.ts";
import type { Transaction } from "../database/client.ts";
import type { Addressee } from "../mail/addressee.ts";
import type { Link } from "../mail/letter-html.ts";
import { linkTo } from "../mail/link.ts";
import type { Ways } from "../message/letter.ts";
import { STEP_RECORD } from "../progress/queries.ts";

/** Where a letter that the portal writes by itself leads: to the very next thing to do. */
export async function waysOf(
  tx: Transaction,
  to: Addressee,
  { kind, due }: NudgeSource,
  person: { readonly userId: string; readonly now: Date },
): Promise<Ways> {
  const { t } = to;
  const footer = t("mail.nudge.footer");
  if (kind === "never_signed_in") return { button: linkTo("/login", t("mail.nudge.signIn")), mayAnswer: false, footer };
  if (due) return { button: linkTo(`/lessons/${due.module}/${due.lesson}`, t("mail.message.lesson")), footer };
  return kind === "stalled" ? { button: await nextStepOf(tx, to, person), footer } : { footer };
}

async function nextStepOf(
  tx: Transaction,
  to: Addressee,
  { userId, now }: { readonly userId: string; readonly now: Date },
): Promise<Link> {
  const module = await moduleFor(to, to.locale);
  const { progress, waitingTimers } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      progress: { select: STEP_RECORD },
      waitingTimers: { where: { until: { gt: now } }, select: { check: true } },
    },
  });
  const waiting = waitingSteps(
    module,
    waitingTimers.map(({ check }) => check),
  );
  const { next } = progressIn(module, progress, waiting);
  const lesson = next && lessonOfStep(module, next.id);
  return next && lesson
    ? linkTo(`/lessons/${lesson.module}/${lesson.slug}#${next.anchor}`, to.t("mail.nudge.step", { step: next.title }))
    : linkTo("/", to.t("mail.message.portal"));
}
