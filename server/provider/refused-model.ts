import "server-only";
import { type CheckName, isCheckName, providerOf } from "#domain/check/check";
import { isPriced, priceOf } from "../course/prices.ts";
import type { Transaction } from "../database/client.ts";
import { workerEnvironment } from "../environment.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { log } from "../log/log.ts";
import { letterHtml, letterText } from "../mail/letter-html.ts";
import { linkTo } from "../mail/link.ts";
import { sendLetter } from "../mail/mailer.ts";
import { translatorFor } from "../wording/translator.ts";

const DAY_S = 24 * 60 * 60;

/** The provider does not know the model that the portal asks for. Only the operator can mend that, and hears of it once a day. */
export async function reportModel(tx: Transaction, check: CheckName): Promise<void> {
  if (!isPriced(check)) return;
  const { model } = await priceOf(check);
  log.event("model.refused", { check, model });
  await enqueue(tx, "model-mail", { check }, { singletonKey: `${check} ${model}`, singletonSeconds: DAY_S });
}

/** Run by the worker. */
export async function tellOfModel({ check }: { check: string }): Promise<void> {
  const { OPERATOR_MAIL: to } = workerEnvironment();
  if (!to || !isCheckName(check) || !isPriced(check)) return;
  const { model } = await priceOf(check);
  const t = translatorFor("pl");
  const parts = {
    locale: "pl",
    heading: t("mail.modelRefused.heading", { model }),
    paragraphs: [t("mail.modelRefused.seen", { provider: providerOf(check), model }), t("mail.modelRefused.what")],
    button: linkTo("/causes/model_withdrawn", t("mail.modelRefused.button")),
    footer: t("mail.ownNetwork.footer"),
  };
  await sendLetter({ to, subject: parts.heading, text: letterText(parts), html: letterHtml(parts) });
}
