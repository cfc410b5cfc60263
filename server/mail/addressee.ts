import "server-only";
import type { CheckName } from "#domain/check/check";
import { type Lesson, type Locale, lessonOfStep, type Step, stepProvedBy } from "#domain/course/course";
import { type Reader, readableModule } from "../course/queries.ts";
import type { Transaction } from "../database/client.ts";
import { onRoster } from "../roster/on-roster.ts";
import { momentsIn } from "../wording/moment.ts";
import { translatorFor } from "../wording/translator.ts";

/** Whom a letter goes to, in their language; null for whoever may not sign in any more. */
export type Addressee = Reader &
  ReturnType<typeof momentsIn> & {
    readonly email: string;
    readonly locale: Locale;
    readonly t: ReturnType<typeof translatorFor>;
  };

export async function addresseeOf(tx: Transaction, userId: string): Promise<Addressee | null> {
  const user = await tx.user.findFirst({
    where: { id: userId, ...onRoster },
    select: {
      email: true,
      locale: true,
      enrolments: { where: { role: "student" }, select: { cohort: { select: { slug: true } } } },
    },
  });
  if (!user) return null;
  const locale = user.locale === "en" ? "en" : "pl";
  const cohorts = user.enrolments.map(({ cohort: { slug } }) => slug);
  return { email: user.email, locale, cohorts, t: translatorFor(locale), ...momentsIn(locale) };
}

/** The step that a check proves for somebody, with its number as its lesson shows it. */
export type NumberedStep = { readonly step: Step; readonly lesson: Lesson; readonly number: number };

export async function stepOf(
  check: CheckName,
  reader: Reader & { readonly locale: Locale },
): Promise<NumberedStep | null> {
  const module = await readableModule(reader, reader.locale);
  const step = stepProvedBy(module, check);
  const lesson = step && lessonOfStep(module, step.id);
  return step && lesson ? { step, lesson, number: lesson.steps.indexOf(step) + 1 } : null;
}
