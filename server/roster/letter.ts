import "server-only";
import type { Transaction } from "../database/client.ts";
import { database } from "../database/client.ts";
import type { JobData } from "../jobs/queues.ts";
import { addresseeOf } from "../mail/addressee.ts";
import { letterHtml, letterText } from "../mail/letter-html.ts";
import { linkTo } from "../mail/link.ts";
import type { Letter } from "../mail/mailer.ts";
import { sendOnce } from "../mail/send-once.ts";

/** Run by the worker. Run again after a failure, it goes on behind the last letter that was taken. */
export async function sendInvitations({ cohortId, userIds }: JobData["invitation"]): Promise<void> {
  const enrolled = await database().enrolment.findMany({
    where: { cohortId, userId: { in: userIds }, cohort: { archivedAt: null } },
    select: { userId: true, role: true, invitedAt: true, cohort: { select: { name: true } } },
  });
  for (const { userId, role, invitedAt, cohort } of enrolled)
    await sendOnce({ letter: "invitation", userId, about: `${cohortId} ${invitedAt.toISOString()}` }, (tx) =>
      invitationLetter(tx, userId, { cohort: cohort.name, role }),
    );
}

type Invited = { readonly cohort: string; readonly role: string };

async function invitationLetter(tx: Transaction, userId: string, { cohort, role }: Invited): Promise<Letter | null> {
  const to = await addresseeOf(tx, userId);
  if (!to) return null;
  const { t } = to;
  const parts = {
    locale: to.locale,
    heading: t("roster.mail.heading", { cohort }),
    paragraphs: [t("roster.mail.what", { role }), t("roster.mail.how", { email: to.email })],
    button: linkTo("/login", t("roster.mail.button")),
    footer: t("roster.mail.footer"),
  };
  return {
    to: to.email,
    subject: t("roster.mail.subject", { cohort }),
    text: letterText(parts),
    html: letterHtml(parts),
  };
}
