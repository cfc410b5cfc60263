import "server-only";
import type { NudgeSource } from "#domain/nudge/rule";
import type { Transaction } from "../database/client.ts";
import type { Addressee } from "../mail/addressee.ts";
import { linkTo } from "../mail/link.ts";
import { nextStepFor } from "../mail/next-step.ts";
import type { Ways } from "../message/letter.ts";

/** Where a letter that the portal writes by itself leads: to the very next thing to do. */
export async function waysOf(
  tx: Transaction,
  to: Addressee,
  { kind, due }: NudgeSource,
  person: { readonly userId: string; readonly now: Date },
): Promise<Ways> {
  const { t } = to;
  const footer = t("mail.nudge.footer");
  if (kind === "never_signed_in") return { button: linkTo("/login", t("mail.nudge.signIn")), mayAnswer: false, footer };
  if (due) return { button: linkTo(`/lessons/${due.module}/${due.lesson}`, t("mail.message.lesson")), footer };
  const next = kind === "stalled" ? await nextStepFor(tx, person.userId, to, person.now) : null;
  return next ? { after: next.words, button: next.link, footer } : { footer };
}
