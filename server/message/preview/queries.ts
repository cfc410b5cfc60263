import "server-only";
import type { CauseId } from "#domain/cause/cause";
import type { Locale } from "#domain/course/course";
import type { Words } from "#domain/message/words";
import { database } from "../../database/client.ts";
import { webEnvironment } from "../../environment.ts";
import { addresseeOf } from "../../mail/addressee.ts";
import { messageLetter, saidWith } from "../letter.ts";
import type { Recipient } from "../queries.ts";

/** A letter as one of those who would get it sees it, and where that person stands among them. */
export type LetterPreview = {
  readonly userId: string;
  readonly name: string;
  readonly position: number;
  readonly count: number;
  readonly locale: Locale;
  readonly isByMail: boolean;
  readonly isRefusing: boolean;
  /** Null where this process was not told. */
  readonly from: string | null;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The header that mail programs make a button of. */
  readonly unsubscribe: string;
};

export type Turn = "previous" | "show" | "next";
const STEPS: Record<Turn, number> = { previous: -1, show: 0, next: 1 };

/** Whoever has a person's own token switches that person's mail off, so nobody else is shown it. */
const HIDDEN_TOKEN = "***";

/** What the page may do in which the letter is shown: it draws, loads nothing, and its links open nothing. */
const SHOWN_ALONE = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><base target="_blank">`;

/** The letter to the person `from` whom the instructor turns, or to the first; null where nobody is left to be written to. */
export async function letterPreview(
  recipients: readonly Recipient[],
  { words, cause }: { readonly words: Words; readonly cause: CauseId | null },
  { person, turn }: { readonly person: string | null; readonly turn: Turn },
): Promise<LetterPreview | null> {
  const count = recipients.length;
  const before = recipients.findIndex(({ userId }) => userId === person);
  const at = before < 0 ? 0 : (before + STEPS[turn] + count) % count;
  const recipient = recipients[at];
  const to = recipient && (await addresseeOf(database(), recipient.userId));
  if (!recipient || !to) return null;
  const letter = await messageLetter(to, saidWith(words, cause), HIDDEN_TOKEN);
  const { userId, name, isByMail, isRefusing } = recipient;
  return {
    ...{ userId, name, isByMail, isRefusing, position: at + 1, count, locale: to.locale },
    from: webEnvironment().MAIL_FROM ?? null,
    to: letter.to,
    subject: letter.subject,
    html: letter.html.replace("<head>", `<head>${SHOWN_ALONE}`),
    text: letter.text,
    unsubscribe: letter.headers?.["List-Unsubscribe"] ?? "",
  };
}
