import "server-only";
import { database } from "../database/client.ts";
import { workerEnvironment } from "../environment.ts";
import { letterHtml, letterText } from "../mail/letter-html.ts";
import { linkTo } from "../mail/link.ts";
import { sendLetter } from "../mail/mailer.ts";
import { translatorFor } from "../wording/translator.ts";

/**
 * Run by the worker: our own network is cut off, which only the operator can mend. A mail server out there cannot be
 * reached either, so this arrives late or never; the log has it at once.
 */
export async function tellOperator({ incidentId }: { incidentId: string }): Promise<void> {
  const { OPERATOR_MAIL: to } = workerEnvironment();
  const incident = await database().incident.findUnique({ where: { id: incidentId } });
  if (!to || !incident) return;
  const t = translatorFor("pl");
  const parts = {
    locale: "pl",
    heading: t("mail.ownNetwork.heading"),
    paragraphs: [
      t("mail.ownNetwork.seen", {
        since: incident.startedAt.toISOString(),
        students: incident.students,
        until: incident.endedAt?.toISOString() ?? "no",
      }),
      t("mail.ownNetwork.what"),
    ],
    button: linkTo("/api/health", t("mail.ownNetwork.button")),
    footer: t("mail.ownNetwork.footer"),
  };
  await sendLetter({ to, subject: t("mail.ownNetwork.heading"), text: letterText(parts), html: letterHtml(parts) });
}
