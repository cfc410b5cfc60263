import "server-only";
import { type CauseId, isCauseId } from "#domain/cause/cause";
import { type Words, wordsFor } from "#domain/message/words";
import { withoutSecrets } from "#domain/paste/without-secrets";
import { causePageFor } from "../course/queries.ts";
import type { Addressee } from "../mail/addressee.ts";
import { type Link, letterHtml, letterText } from "../mail/letter-html.ts";
import { filmLinks, linkTo } from "../mail/link.ts";
import type { Letter } from "../mail/mailer.ts";

/** What a message says, as its row keeps it. */
export type Said = {
  readonly subject: string;
  readonly body: string;
  readonly subjectEn: string | null;
  readonly bodyEn: string | null;
  readonly cause: string | null;
};

/** What is kept of words that somebody has written: nothing that looks like a secret. */
export function saidWith({ subject, body, subjectEn, bodyEn }: Words, cause: string | null): Said {
  const isEnglish = bodyEn !== "";
  return {
    subject: withoutSecrets(subject),
    body: withoutSecrets(body),
    subjectEn: isEnglish ? withoutSecrets(subjectEn) : null,
    bodyEn: isEnglish ? withoutSecrets(bodyEn) : null,
    cause,
  };
}

/** What a letter leads to, where that is not what its cause says, and who says so at its foot. */
export type Ways = {
  readonly button?: Link;
  /** A last sentence, of what is as it is at this moment. */
  readonly after?: string;
  /** Whoever has never signed in is asked to do that alone. */
  readonly mayAnswer?: boolean;
  readonly footer?: string;
};

/** A message as one of its readers gets it: in their language, with the lesson and the second of the film that they have. */
export async function messageLetter(
  to: Addressee,
  message: Said,
  unsubscribeToken: string,
  ways: Ways = {},
): Promise<Letter> {
  const { t, locale } = to;
  const { subject, paragraphs } = wordsFor(locale, message);
  const cause: CauseId | null = message.cause !== null && isCauseId(message.cause) ? message.cause : null;
  const page = cause && (await causePageFor(to, locale, cause));
  const lesson = page?.module && page.lesson ? `/lessons/${page.module}/${page.lesson}` : null;
  const off = linkTo(`/unsubscribe/${unsubscribeToken}`, t("mail.message.unsubscribe"));
  const usual = lesson ? linkTo(lesson, t("mail.message.lesson")) : linkTo("/", t("mail.message.portal"));
  const parts = {
    locale,
    heading: subject,
    paragraphs: ways.after ? [...paragraphs, ways.after] : paragraphs,
    button: ways.button ?? usual,
    links: [
      ...filmLinks(page, (time) => t("mail.film", { time })),
      ...(cause ? [linkTo("/test", t("mail.works"))] : []),
      ...(ways.mayAnswer === false ? [] : [linkTo("/help", t("mail.message.reply"))]),
      off,
    ],
    footer: ways.footer ?? t("mail.message.footer"),
  };
  // Not the one-click form of RFC 8058: nothing that other sites post is let in here (see proxy.ts).
  const headers = { "List-Unsubscribe": `<${off.href}>` };
  return { to: to.email, subject, text: letterText(parts), html: letterHtml(parts), headers };
}
