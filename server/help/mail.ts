import "server-only";
import { heldUntil } from "#domain/waiting/quiet-hours";
import { database, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { JobData } from "../jobs/queues.ts";
import { log } from "../log/log.ts";
import { addresseeOf } from "../mail/addressee.ts";
import { letterHtml, letterText } from "../mail/letter-html.ts";
import { linkTo } from "../mail/link.ts";
import type { Letter } from "../mail/mailer.ts";
import { sendOnce } from "../mail/send-once.ts";

type Job = JobData["help-mail"];

/** What a letter is about: a request where `about` is its own id, else one of its replies. */
type Occasion = { readonly isStaff: boolean; readonly authorId: string | null; readonly createdAt: Date };

/** Run by the worker: a student's words go to whoever looks after them, staff's words to the student. Not at night. */
export async function postHelp(job: Job, now = new Date()): Promise<void> {
  const morning = heldUntil(now);
  if (morning) {
    await enqueue(database(), "help-mail", job, { startAfter: morning });
    return log.event("mail.held", { letter: "help" });
  }
  const request = await database().helpRequest.findUnique({
    where: { id: job.requestId },
    select: { userId: true, closedAt: true, user: { select: { name: true } } },
  });
  const occasion = await occasionOf(job);
  if (!request || !occasion) return;
  if (occasion.isStaff)
    return void (await sendOnce({ letter: "help_answered", userId: request.userId, about: job.about }, (tx) =>
      answeredLetter(tx, request.userId, occasion),
    ));
  // Solved in the meantime: nobody needs to hear of it.
  if (request.closedAt) return;
  for (const id of await staffFor(request.userId))
    await sendOnce({ letter: "help_asked", userId: id, about: job.about }, (tx) =>
      askedLetter(tx, id, { studentId: request.userId, name: request.user.name, isNew: job.about === job.requestId }),
    );
}

async function occasionOf({ requestId, about }: Job): Promise<Occasion | null> {
  if (about === requestId) return { isStaff: false, authorId: null, createdAt: new Date() };
  return database().helpReply.findUnique({
    where: { id: about },
    select: { isStaff: true, authorId: true, createdAt: true },
  });
}

/** Whoever has taken the student; where nobody has, all who teach their cohorts. */
async function staffFor(userId: string): Promise<readonly string[]> {
  const taken = await database().blocker.findMany({
    where: { userId, closedAt: null, takenBy: { not: null } },
    select: { takenBy: true },
  });
  if (taken.length > 0) return [...new Set(taken.flatMap(({ takenBy }) => takenBy ?? []))];
  const cohorts = await database().enrolment.findMany({
    where: { userId, role: "student" },
    select: { cohortId: true },
  });
  const staff = await database().enrolment.findMany({
    where: { role: { not: "student" }, cohortId: { in: cohorts.map(({ cohortId }) => cohortId) } },
    distinct: "userId",
    select: { userId: true },
  });
  return staff.map((row) => row.userId);
}

/** Nothing to say to a student who has read it already. */
async function answeredLetter(
  tx: Transaction,
  userId: string,
  { authorId, createdAt }: Occasion,
): Promise<Letter | null> {
  const to = await addresseeOf(tx, userId);
  const reader = await tx.user.findUnique({ where: { id: userId }, select: { helpSeenAt: true } });
  if (!to || (reader?.helpSeenAt && reader.helpSeenAt > createdAt)) return null;
  const author = authorId && (await tx.user.findUnique({ where: { id: authorId }, select: { name: true } }));
  const { t, locale } = to;
  const name = author ? author.name : "";
  const parts = {
    locale,
    heading: t("mail.helpAnswered.heading"),
    paragraphs: [t("mail.helpAnswered.seen", { name, at: to.moment(createdAt) })],
    button: linkTo("/help", t("mail.helpAnswered.button")),
    links: [linkTo("/test", t("mail.works"))],
    footer: t("mail.helpAnswered.footer"),
  };
  return { to: to.email, subject: parts.heading, text: letterText(parts), html: letterHtml(parts) };
}

type Asking = { readonly studentId: string; readonly name: string; readonly isNew: boolean };

async function askedLetter(
  tx: Transaction,
  userId: string,
  { studentId, name, isNew }: Asking,
): Promise<Letter | null> {
  const to = await addresseeOf(tx, userId);
  if (!to) return null;
  const { t, locale } = to;
  const heading = t(isNew ? "mail.helpAsked.new" : "mail.helpAsked.more", { name });
  const parts = {
    locale,
    heading,
    paragraphs: [t("mail.helpAsked.seen")],
    button: linkTo(`/desk/students/${studentId}`, t("mail.helpAsked.button")),
    footer: t("mail.helpAsked.footer"),
  };
  return { to: to.email, subject: heading, text: letterText(parts), html: letterHtml(parts) };
}
