import "server-only";
import { type CauseId, isCauseId } from "#domain/cause/cause";
import type { Locale, Module } from "#domain/course/course";
import type { DeskView } from "#domain/desk/view";
import type { Rule } from "#domain/message/rule";
import { database } from "../database/client.ts";
import { Prisma } from "../database/generated/client.ts";
import { stepsIn } from "../desk/queries.ts";
import { blockersIn, type Staff } from "../desk/where.ts";
import { taughtBy } from "../paste/taught-by.ts";
import type { Instructor, Student } from "../viewer.ts";
import { holdsFor } from "./where.ts";

/** A cohort has forty people, and forty cohorts are written to one after the other. */
export const MOST_RECIPIENTS = 500;

/** Somebody who would get a message, and the trouble that it is about. */
export type Recipient = {
  readonly userId: string;
  readonly blockerId: string | null;
  readonly name: string;
  readonly locale: Locale;
  readonly cause: CauseId | null;
  readonly isByMail: boolean;
  /** Whether their address takes no mail, as a mail server has said for good. */
  readonly isRefusing: boolean;
};

export type Choice =
  | { readonly by: "cases"; readonly ids: readonly string[] }
  | { readonly by: "people"; readonly ids: readonly string[] }
  | { readonly by: "view"; readonly view: DeskView }
  | { readonly by: "rule"; readonly rule: Rule };

type Row = {
  userId: string;
  blockerId: string | null;
  name: string;
  locale: string;
  cause: string | null;
  isByMail: boolean;
  isRefusing: boolean;
};

/** Whom a choice means now, of the instructor's own cohorts: each person once. One more than can be written to says that there are more. */
export async function recipientsOf(
  instructor: Staff,
  choice: Choice,
  { module, now }: { readonly module: Module; readonly now: Date },
): Promise<Recipient[]> {
  const mine = Prisma.sql`e.role = 'student' AND e.cohort_id = ANY(${[...instructor.cohortIds]}::uuid[])`;
  const rows = await database().$queryRaw<Row[]>`
    SELECT DISTINCT ON (lower(u.name), u.id) u.id AS "userId", b.id AS "blockerId", u.name, u.locale, b.cause, u.messages_by_mail AS "isByMail",
      u.mail_refused_at IS NOT NULL AS "isRefusing"
    FROM app_user u JOIN enrolment e ON e.user_id = u.id JOIN cohort c ON c.id = e.cohort_id
    LEFT JOIN blocker b ON b.user_id = u.id AND b.cohort_id = e.cohort_id AND b.closed_at IS NULL
    WHERE ${mine} AND u.disabled_at IS NULL AND ${meantBy(instructor, choice, { module, now })}
    ORDER BY lower(u.name), u.id, b.rank, b.tries DESC LIMIT ${MOST_RECIPIENTS + 1}`;
  return rows.map(({ cause, locale, ...row }) => ({
    ...row,
    locale: locale === "en" ? "en" : "pl",
    cause: cause !== null && isCauseId(cause) ? cause : null,
  }));
}

function meantBy(instructor: Staff, choice: Choice, { module, now }: { module: Module; now: Date }): Prisma.Sql {
  switch (choice.by) {
    case "cases":
      return Prisma.sql`b.id = ANY(${[...choice.ids]}::uuid[])`;
    case "people":
      return Prisma.sql`u.id = ANY(${[...choice.ids]}::uuid[])`;
    case "view":
      return Prisma.sql`b.id IS NOT NULL AND ${blockersIn(instructor, choice.view, { lessonSteps: stepsIn(module, choice.view.lesson), now })}`;
    case "rule":
      return holdsFor(choice.rule, now);
  }
}

export type SentMessage = {
  readonly id: string;
  readonly subject: string;
  readonly createdAt: Date;
  readonly sender: string | null;
  readonly sent: number;
  readonly queued: number;
  readonly failed: number;
  readonly bounced: number;
  readonly skipped: number;
};

const LATEST = 50;

/** What was written to students of the instructor's cohorts, newest first, and what became of it. */
export const sentMessages = (instructor: Instructor): Promise<SentMessage[]> =>
  database().$queryRaw`
    SELECT m.id, m.subject, m.created_at AS "createdAt", s.name AS sender,
      count(*) FILTER (WHERE r.state = 'sent')::int AS sent, count(*) FILTER (WHERE r.state = 'queued')::int AS queued,
      count(*) FILTER (WHERE r.state = 'failed')::int AS failed, count(*) FILTER (WHERE r.state = 'skipped')::int AS skipped,
      count(*) FILTER (WHERE r.state = 'bounced')::int AS bounced
    FROM message m JOIN message_recipient r ON r.message_id = m.id LEFT JOIN app_user s ON s.id = m.sender_id
    WHERE EXISTS (SELECT 1 FROM enrolment e WHERE e.user_id = r.user_id AND e.role = 'student'
      AND e.cohort_id = ANY(${[...instructor.cohortIds]}::uuid[]))
    GROUP BY m.id, s.name ORDER BY m.created_at DESC LIMIT ${LATEST}`;

export type Delivery = {
  readonly userId: string;
  readonly name: string;
  readonly state: "queued" | "sent" | "skipped" | "failed" | "bounced";
  readonly reason: string | null;
  readonly settledAt: Date | null;
  /** Since when their address takes no mail; null where nothing is known of that. */
  readonly mailRefusedAt: Date | null;
};

const READER = { id: true, name: true, mailRefusedAt: true } as const;

/** One message with its readers of the instructor's own cohorts; null where none of them is. */
export async function messageOf(instructor: Instructor, id: string) {
  const message = await database().message.findUnique({
    where: { id },
    select: {
      subject: true,
      body: true,
      subjectEn: true,
      bodyEn: true,
      createdAt: true,
      sender: { select: { name: true } },
      recipients: {
        where: { user: taughtBy(instructor) },
        orderBy: { user: { name: "asc" } },
        select: { state: true, reason: true, settledAt: true, user: { select: READER } },
      },
    },
  });
  if (!message || message.recipients.length === 0) return null;
  const { sender, recipients, ...words } = message;
  const deliveries: Delivery[] = recipients.map(({ user: { id: userId, ...user }, ...row }) => ({
    ...row,
    ...user,
    userId,
  }));
  return { ...words, sender: sender?.name ?? null, deliveries };
}

export type ReceivedMessage = {
  readonly id: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly cause: CauseId | null;
  readonly createdAt: Date;
  readonly sender: string | null;
  readonly state: Delivery["state"];
};

const MOST_RECEIVED = 20;

/** What staff have written to a student, newest first. What had been solved before it went out was never said. */
export async function messagesTo({ id: userId }: Pick<Student, "id">) {
  const rows = await database().messageRecipient.findMany({
    where: { userId, OR: [{ reason: null }, { reason: { notIn: ["solved", "no_longer"] } }] },
    orderBy: { message: { createdAt: "desc" } },
    take: MOST_RECEIVED,
    select: {
      state: true,
      message: {
        select: {
          id: true,
          subject: true,
          body: true,
          subjectEn: true,
          bodyEn: true,
          cause: true,
          createdAt: true,
          sender: { select: { name: true } },
        },
      },
    },
  });
  return rows.map(({ state, message: { sender, cause, ...message } }) => ({
    ...message,
    state,
    sender: sender?.name ?? null,
    cause: cause !== null && isCauseId(cause) ? cause : null,
  }));
}

/** Whose letters a link switches off; null for a link that is none. */
export const subscriberOf = (token: string): Promise<{ messagesByMail: boolean } | null> =>
  database().user.findUnique({ where: { unsubscribeToken: token }, select: { messagesByMail: true } });
