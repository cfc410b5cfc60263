import "server-only";
import type { Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { DoorChange, JobData } from "../jobs/queues.ts";
import { addresseeOf } from "../mail/addressee.ts";
import { letterHtml, letterText } from "../mail/letter-html.ts";
import { linkTo } from "../mail/link.ts";
import type { Letter } from "../mail/mailer.ts";
import { sendOnce } from "../mail/send-once.ts";

type DoorJob = JobData["door-letter"];

/** Its person should know, in case it was not them. Written in the transaction of the change. */
export const tellOfDoorLater = (tx: Transaction, letter: DoorChange, userId: string, now: Date): Promise<void> =>
  enqueue(tx, "door-letter", { letter, userId, about: now.toISOString() });

/** Run by the worker, at night too: what a stranger has done does not wait for the morning. */
export async function tellOfDoor(job: DoorJob): Promise<void> {
  await sendOnce(job, (tx) => doorLetter(tx, job));
}

async function doorLetter(tx: Transaction, { letter, userId, about: at }: DoorJob): Promise<Letter | null> {
  const to = await addresseeOf(tx, userId);
  if (!to) return null;
  const { t } = to;
  const parts = {
    locale: to.locale,
    heading: t("mail.door.heading", { letter }),
    paragraphs: [t("mail.door.what", { letter, at: to.moment(new Date(at)) }), t("mail.door.notYou")],
    button: linkTo("/account", t("mail.door.button")),
    footer: t("mail.door.footer"),
  };
  return {
    to: to.email,
    subject: t("mail.door.subject", { letter }),
    text: letterText(parts),
    html: letterHtml(parts),
  };
}
