import "server-only";
import { isCauseId } from "#domain/cause/cause";
import type { HelpNeed } from "#domain/help/facts";
import { causeTitles } from "../course/queries.ts";
import type { Transaction } from "../database/client.ts";
import type { JobData } from "../jobs/queues.ts";
import { addresseeOf } from "../mail/addressee.ts";
import { letterHtml, letterText } from "../mail/letter-html.ts";
import { linkTo } from "../mail/link.ts";
import type { Letter } from "../mail/mailer.ts";
import { sendOnce } from "../mail/send-once.ts";

/** Run by the worker: who needs help at this moment, by cause. Nothing where nobody does. */
export async function postDigest({ userId, about }: JobData["digest"]): Promise<void> {
  await sendOnce({ letter: "digest", userId, about }, (tx) => digestLetter(tx, userId));
}

type Group = { cause: string | null; status: HelpNeed; count: number; names: string[] };

const FIRST_NAMES = 5;

const groupsFor = (tx: Transaction, userId: string): Promise<Group[]> =>
  tx.$queryRaw`
    SELECT max(b.cause) AS cause, min(b.status::text) AS status, count(*)::int AS count,
      array_agg(u.name ORDER BY b.rank, b.tries DESC, b.since) AS names
    FROM blocker b JOIN app_user u ON u.id = b.user_id
    JOIN enrolment e ON e.cohort_id = b.cohort_id AND e.user_id = ${userId}::uuid AND e.role <> 'student'
    WHERE b.closed_at IS NULL AND (b.snoozed_until IS NULL OR b.snoozed_until <= now())
    GROUP BY coalesce(b.cause, b.status::text) ORDER BY min(b.rank), count(*) DESC`;

async function digestLetter(tx: Transaction, userId: string): Promise<Letter | null> {
  const to = await addresseeOf(tx, userId);
  const groups = to ? await groupsFor(tx, userId) : [];
  if (!to || groups.length === 0) return null;
  const { t, locale } = to;
  const titles = await causeTitles(
    locale,
    groups.map(({ cause }) => (cause !== null && isCauseId(cause) ? cause : null)),
  );
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const lines = groups.map(({ cause, status, count: size, names }) => {
    const reason = (cause !== null && isCauseId(cause) && titles[cause]) || t(`desk.status.${status}`);
    const more = size - FIRST_NAMES;
    const who = names.slice(0, FIRST_NAMES).join(", ") + (more > 0 ? t("mail.digest.more", { count: more }) : "");
    return `${t("desk.groupCause", { count: size, cause: reason })}\n${who}`;
  });
  const parts = {
    locale,
    heading: t("desk.count", { count }),
    paragraphs: lines,
    button: linkTo("/desk", t("mail.digest.button")),
    links: [linkTo("/account", t("mail.digest.settings"))],
    footer: t("mail.digest.footer"),
  };
  return { to: to.email, subject: parts.heading, text: letterText(parts), html: letterHtml(parts) };
}
