import "server-only";
import { isCauseId } from "#domain/cause/cause";
import { type CheckName, isCheckName } from "#domain/check/check";
import { isLag } from "#domain/check/judgement";
import { causePageFor } from "../course/queries.ts";
import type { Transaction } from "../database/client.ts";
import type { JobData } from "../jobs/queues.ts";
import { addresseeOf, stepOf } from "../mail/addressee.ts";
import { letterHtml, letterText } from "../mail/letter-html.ts";
import { filmLinks, linkTo } from "../mail/link.ts";
import type { Letter } from "../mail/mailer.ts";
import { nextStepFor } from "../mail/next-step.ts";

type Job = JobData["letter"];

/** What a check was last judged to be. */
const lastJudgement = (tx: Transaction, userId: string, check: string) =>
  tx.checkResult.findFirst({
    where: { check, test: { userId }, state: { in: ["passed", "failed", "waiting"] }, finishedAt: { not: null } },
    orderBy: { finishedAt: "desc" },
    select: { state: true, cause: true, finishedAt: true },
  });

/** Message selectors know no dots. */
const plain = (check: CheckName) => check.replace(".", "_");

/** It works now. Nothing to say where it has stopped working in the meantime. */
export async function waitPassedLetter(tx: Transaction, { userId, check }: Job): Promise<Letter | null> {
  const to = await addresseeOf(tx, userId);
  const judged = await lastJudgement(tx, userId, check);
  if (!to || !isCheckName(check) || judged?.state !== "passed" || !judged.finishedAt) return null;
  const place = await stepOf(check, to);
  if (!place) return null;
  const { t } = to;
  const { step, lesson, number } = place;
  const next = await nextStepFor(tx, userId, to, new Date());
  const parts = {
    locale: to.locale,
    heading: t("mail.waitPassed.heading", { check: plain(check) }),
    paragraphs: [
      t("mail.waitPassed.seen", { at: to.moment(judged.finishedAt), step: step.title }),
      ...(next ? [next.words] : []),
    ],
    button: linkTo(`/lessons/${lesson.module}/${lesson.slug}#${step.anchor}`, t("mail.waitPassed.button")),
    links: [linkTo("/", t("mail.waitPassed.goOn"))],
    footer: t("mail.waitFooter"),
  };
  const subject = t("mail.waitPassed.subject", { number, step: step.title });
  return { to: to.email, subject, text: letterText(parts), html: letterHtml(parts) };
}

/** The wait is over and the provider still says no; said once, and not where the wait was begun anew. */
export async function waitEndedLetter(tx: Transaction, { userId, check, about }: Job): Promise<Letter | null> {
  const timer = await tx.waitingTimer.findUnique({ where: { userId_check: { userId, check } } });
  const to = await addresseeOf(tx, userId);
  const judged = await lastJudgement(tx, userId, check);
  if (!to || !isCheckName(check) || timer?.since.toISOString() !== about || timer.endToldAt) return null;
  const { cause, finishedAt, state } = judged ?? {};
  if (state !== "failed" || !finishedAt || !cause || !isCauseId(cause) || !isLag(check, cause)) return null;
  const [place, page] = [await stepOf(check, to), await causePageFor(to, to.locale, cause)];
  if (!place) return null;
  await tx.waitingTimer.update({ where: { userId_check: { userId, check } }, data: { endToldAt: new Date() } });
  const { t } = to;
  const reason = page?.short ?? place.step.title;
  const parts = {
    locale: to.locale,
    heading: t("mail.waitEnded.heading"),
    paragraphs: [
      t("mail.waitEnded.seen", { at: to.moment(finishedAt), cause: reason }),
      t("mail.waitEnded.idea", { check: plain(check) }),
    ],
    button: linkTo(`/test#check-${check}`, t("mail.waitEnded.button")),
    links: [...filmLinks(page, (time) => t("mail.film", { time })), linkTo("/test", t("mail.works"))],
    footer: t("mail.waitFooter"),
  };
  const subject = t("mail.waitEnded.subject", { number: place.number, cause: reason });
  return { to: to.email, subject, text: letterText(parts), html: letterHtml(parts) };
}
