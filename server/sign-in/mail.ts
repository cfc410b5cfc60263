import "server-only";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { environment } from "../environment.ts";
import { log } from "../log/log.ts";
import { letterHtml, letterText } from "../mail/letter-html.ts";
import type { Letter } from "../mail/mailer.ts";
import { sendTraced } from "../mail/traced.ts";
import { onRoster } from "../roster/on-roster.ts";
import { translatorFor } from "../wording/translator.ts";
import { codeHashOf, hashOf, newCode, newToken } from "./token.ts";

/**
 * Run by the worker. For an address on the roster it makes link and code, keeps their hashes and sends them; for any
 * other it does nothing, and the page that asked has long said the same. Run again, it sends new ones.
 */
export async function sendSignInMail(requestId: string): Promise<void> {
  const request = await database().signInRequest.findUnique({ where: { id: requestId } });
  if (!request || request.expiresAt <= new Date()) return;
  const user = await database().user.findFirst({
    where: { email: request.email, ...onRoster },
    select: { id: true, locale: true },
  });
  if (!user) return;
  const [link, code] = [newToken(), newCode()];
  const { count } = await database().signInRequest.updateMany({
    where: { id: requestId },
    data: {
      linkHash: new Uint8Array(hashOf(link)),
      codeHash: new Uint8Array(codeHashOf(code, request.browserHash)),
    },
  });
  if (count === 0) return;
  const letter = signInLetter({ to: request.email, locale: user.locale === "en" ? "en" : "pl", link, code });
  await sendTraced(database(), { userId: user.id, kind: "sign_in" }, letter);
  log.event("mail.sent", { letter: "sign-in" });
  await record(database(), { kind: "login.requested", subjectId: user.id });
}

/** The token stands behind the `#`, which browsers send to no server and scanners cannot use up. */
function signInLetter({
  to,
  locale,
  link,
  code,
}: {
  to: string;
  locale: "pl" | "en";
  link: string;
  code: string;
}): Letter {
  const t = translatorFor(locale);
  const href = new URL(`/login/confirm#t=${link}`, environment().APP_ORIGIN).href;
  const digits = `${code.slice(0, 4)} ${code.slice(4)}`;
  const parts = {
    locale,
    heading: t("mail.signIn.heading"),
    paragraphs: [t("mail.signIn.intro")],
    button: { label: t("mail.signIn.button"), href },
    code: { label: t("mail.signIn.code"), digits },
    footer: t("mail.signIn.footer"),
  };
  return { to, subject: t("mail.signIn.subject"), text: letterText(parts), html: letterHtml(parts) };
}
