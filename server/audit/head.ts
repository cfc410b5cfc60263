import "server-only";
import { database } from "../database/client.ts";
import { workerEnvironment } from "../environment.ts";
import { log } from "../log/log.ts";
import { letterHtml, letterText } from "../mail/letter-html.ts";
import { linkTo } from "../mail/link.ts";
import { sendLetter } from "../mail/mailer.ts";
import { translatorFor } from "../wording/translator.ts";
import { placeWaitingEvents } from "./place.ts";

/**
 * Run by the worker each night: writes down outside the database where the audit chain ends, so that a chain which
 * somebody with the owner's rights has written anew no longer fits.
 */
export async function writeDownHead(): Promise<void> {
  await placeWaitingEvents();
  const { headSeq, headHash } = await database().auditChain.findUniqueOrThrow({ where: { id: 1 } });
  const head = `${headSeq}:${Buffer.from(headHash).toString("hex")}`;
  log.event("audit.head", { head });
  const { OPERATOR_MAIL: to } = workerEnvironment();
  if (!to) return;
  const t = translatorFor("pl");
  const parts = {
    locale: "pl",
    heading: t("mail.auditHead.heading"),
    paragraphs: [t("mail.auditHead.what"), head, t("mail.auditHead.how")],
    button: linkTo("/api/health", t("mail.ownNetwork.button")),
    footer: t("mail.ownNetwork.footer"),
  };
  await sendLetter({ to, subject: t("mail.auditHead.heading"), text: letterText(parts), html: letterHtml(parts) });
}
