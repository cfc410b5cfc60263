import "server-only";
import { isCauseId } from "#domain/cause/cause";
import type { CheckName } from "#domain/check/check";
import { redact } from "#domain/redaction/redact";
import { causePage } from "../course/queries.ts";
import { database } from "../database/client.ts";
import { stepOf } from "../mail/addressee.ts";
import type { Student } from "../viewer.ts";
import { momentsIn } from "../wording/moment.ts";
import { translatorFor } from "../wording/translator.ts";

type Facts = { readonly note: string; readonly stepId: string | null };

/** What is known of a wait that has changed nothing, in the student's language; null where there was none. */
export async function factsOfWait(student: Student, check: CheckName): Promise<Facts | null> {
  const { id: userId, locale } = student;
  const timer = await database().waitingTimer.findUnique({ where: { userId_check: { userId, check } } });
  if (!timer) return null;
  const results = await database().checkResult.findMany({
    where: { check, test: { userId }, finishedAt: { gte: timer.since }, state: { in: ["failed", "waiting"] } },
    orderBy: { finishedAt: "desc" },
    select: { cause: true, organization: true, project: true },
  });
  const t = translatorFor(locale);
  const last = results[0];
  const cause = last?.cause && isCauseId(last.cause) ? await causePage(locale, last.cause) : null;
  const words = t("wait.organization.note", {
    since: momentsIn(locale).moment(timer.since),
    cause: cause?.title ?? "–",
    organization: last?.organization ?? "–",
    project: last?.project ?? "–",
    tries: results.length,
  });
  return { note: redact(words), stepId: (await stepOf(check, student))?.step.id ?? null };
}
