import "server-only";
import { isCheckName, providerOf } from "#domain/check/check";
import type { ProviderId } from "#domain/check/provider";
import type { Farewell } from "#domain/credential/expiry";
import type { Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { JobData, LetterName } from "../jobs/queues.ts";
import { addresseeOf } from "../mail/addressee.ts";
import { letterHtml, letterText } from "../mail/letter-html.ts";
import { linkTo } from "../mail/link.ts";
import type { Letter } from "../mail/mailer.ts";

/** Where a student sees the keys that their provider knows, and deletes them. */
const KEYS_AT: Readonly<Record<ProviderId, string>> = {
  openai: "https://platform.openai.com/api-keys",
  google: "https://aistudio.google.com/apikey",
};

const LETTERS: Readonly<Partial<Record<Farewell, LetterName>>> = {
  refused: "key_refused",
  chosen_day: "key_chosen_day",
  course_over: "key_course_over",
};

type Gone = { readonly id: string; readonly userId: string; readonly provider: string; readonly because: Farewell };

/** What the portal deletes by itself it tells; what a student has deleted themselves they know. */
export async function tellOfFarewell(tx: Transaction, { id, userId, provider, because }: Gone): Promise<void> {
  const letter = LETTERS[because];
  if (letter) await enqueue(tx, "letter", { letter, userId, check: `${provider}.key`, about: id });
}

/** The key is gone from here, and lives on at its provider. Nothing to say where there is a new one by now. */
export async function farewellLetter(
  tx: Transaction,
  { letter, userId, check, about: id }: JobData["letter"],
): Promise<Letter | null> {
  const to = await addresseeOf(tx, userId);
  if (!to || !isCheckName(check)) return null;
  const provider = providerOf(check);
  const gone = await tx.apiCredential.findFirst({
    where: { id, userId, deletedAt: { not: null } },
    select: { deletedAt: true },
  });
  const live = await tx.apiCredential.count({ where: { userId, provider, deletedAt: null } });
  if (!gone?.deletedAt || live > 0) return null;
  const { t } = to;
  const parts = {
    locale: to.locale,
    heading: t("mail.keyGone.heading", { provider }),
    paragraphs: [
      t("mail.keyGone.why", { letter, provider, at: to.moment(gone.deletedAt) }),
      t("mail.keyGone.there", { provider }),
    ],
    button: linkTo("/key", t("mail.keyGone.button")),
    links: [{ label: t("mail.keyGone.keysAt", { provider }), href: KEYS_AT[provider] }],
    footer: t("mail.keyGone.footer"),
  };
  const subject = t("mail.keyGone.subject", { letter, provider });
  return { to: to.email, subject, text: letterText(parts), html: letterHtml(parts) };
}
