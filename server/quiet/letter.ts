import "server-only";
import { isCheckName } from "#domain/check/check";
import { causePageFor } from "../course/queries.ts";
import type { Transaction } from "../database/client.ts";
import type { JobData } from "../jobs/queues.ts";
import { addresseeOf, stepOf } from "../mail/addressee.ts";
import { letterHtml, letterText } from "../mail/letter-html.ts";
import { filmLinks, linkTo } from "../mail/link.ts";
import type { Letter } from "../mail/mailer.ts";
import { standingOf } from "./histories.ts";

/** What worked once does not any more. Nothing to say where it works again, or where another story has begun. */
export async function regressedLetter(
  tx: Transaction,
  { userId, check, about }: JobData["letter"],
  now: Date,
): Promise<Letter | null> {
  const to = await addresseeOf(tx, userId);
  if (!to || !isCheckName(check)) return null;
  const regression = (await standingOf(tx, userId, check))?.regression;
  const place = await stepOf(check, to);
  if (!place || regression?.failingSince.toISOString() !== about) return null;
  const page = regression.cause && (await causePageFor(to, to.locale, regression.cause));
  const { t } = to;
  const reason = page?.short ?? place.step.title;
  const date = to.date(regression.workedAt);
  // A letter that was held over night speaks of yesterday.
  const today = to.date(regression.lastFailureAt) === to.date(now) ? "yes" : "no";
  const parts = {
    locale: to.locale,
    heading: t("mail.regressed.heading", { date, today }),
    paragraphs: [
      t("mail.regressed.seen", {
        first: to.moment(regression.failingSince),
        last: to.moment(regression.lastFailureAt),
        cause: reason,
        step: place.step.title,
      }),
    ],
    button: linkTo("/test", t("mail.regressed.button")),
    links: [...filmLinks(page || null, (time) => t("mail.film", { time })), linkTo("/test", t("mail.works"))],
    footer: t("mail.regressed.footer"),
  };
  const subject = t("mail.regressed.subject", { number: place.number, cause: reason, date });
  return { to: to.email, subject, text: letterText(parts), html: letterHtml(parts) };
}
