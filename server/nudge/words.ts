import "server-only";
import { dayBegins } from "#domain/cohort/local-time";
import { COURSE_ZONE } from "#domain/cohort/zone";
import type { Locale } from "#domain/course/course";
import { causePageFor, moduleFor } from "../course/queries.ts";
import { momentsIn } from "../wording/moment.ts";
import { translatorFor } from "../wording/translator.ts";
import type { Group, NudgedCohort } from "./meant.ts";

type Text = { readonly subject: string; readonly body: string };

/** What the portal writes to a group, in both languages. Null where there is nothing to say it about any more. */
export async function wordsOf(cohort: NudgedCohort, group: Omit<Group, "people">) {
  const [pl, en] = await Promise.all((["pl", "en"] as const).map((locale) => textOf(cohort, group, locale)));
  return pl && en ? { ...pl, subjectEn: en.subject, bodyEn: en.body } : null;
}

async function textOf(
  { slug }: NudgedCohort,
  { source: { kind, due }, cause }: Omit<Group, "people">,
  locale: Locale,
): Promise<Text | null> {
  const t = translatorFor(locale);
  if (kind === "stalled" || kind === "never_signed_in")
    return { subject: t(`mail.nudge.${kind}.subject`), body: t(`mail.nudge.${kind}.body`) };
  const reader = { cohorts: [slug] };
  if (kind === "blocked") {
    const page = cause && (await causePageFor(reader, locale, cause));
    const about = { cause: page?.short ?? t("mail.nudge.blocked.unknown") };
    return { subject: t("mail.nudge.blocked.subject", about), body: t("mail.nudge.blocked.body", about) };
  }
  const { lessons } = await moduleFor(reader, locale);
  const lesson = due && lessons.find((candidate) => candidate.module === due.module && candidate.slug === due.lesson);
  const until = due && dayBegins(due.day, COURSE_ZONE);
  if (!lesson || !until) return null;
  const about = { lesson: lesson.title, date: momentsIn(locale).date(until) };
  return { subject: t("mail.nudge.due.subject", about), body: t("mail.nudge.due.body", about) };
}
