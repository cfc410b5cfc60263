import type { CauseId } from "#domain/cause/cause";
import type { Locale } from "#domain/course/course";
import type { Words } from "#domain/message/words";
import { causePageFor } from "#server/course/queries";
import type { Recipient } from "#server/message/queries";
import type { Instructor } from "#server/viewer";
import { translatorFor } from "#server/wording/translator";

/** The one cause that all of them have; null where they have several or none. */
export function commonCause(recipients: readonly Recipient[]): CauseId | null {
  const causes = new Set(recipients.map(({ cause }) => cause));
  const [only = null] = causes;
  return causes.size === 1 ? only : null;
}

const NOTHING: Words = { subject: "", body: "", subjectEn: "", bodyEn: "" };

/** What a message begins with, in both languages: what is known of the cause, or the wish for a new test. */
export async function draftFor(
  instructor: Instructor,
  about: "retest" | "cause",
  cause: CauseId | null,
  name: string,
): Promise<Words> {
  if (about === "cause" && !cause) return NOTHING;
  const [pl, en] = await Promise.all(
    (["pl", "en"] as const).map((locale) => saying(instructor, about, cause, locale, name)),
  );
  return { subject: pl?.subject ?? "", body: pl?.body ?? "", subjectEn: en?.subject ?? "", bodyEn: en?.body ?? "" };
}

async function saying(
  instructor: Instructor,
  about: "retest" | "cause",
  cause: CauseId | null,
  locale: Locale,
  name: string,
) {
  const t = translatorFor(locale);
  if (about === "retest")
    return { subject: t("messageDraft.retestSubject"), body: t("messageDraft.retestBody", { name }) };
  const page = cause && (await causePageFor(instructor, locale, cause));
  const short = page?.short ?? "";
  return {
    subject: t("messageDraft.causeSubject", { cause: short }),
    body: t("messageDraft.causeBody", { cause: short, name }),
  };
}
