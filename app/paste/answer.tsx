import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { Answer } from "#components/paste/paste-form";
import { type Hidden, hiddenBetween } from "#domain/paste/hidden";
import { redact } from "#domain/redaction/redact";
import { whenAgain } from "#server/door/come-back";
import { ipOf } from "#server/door/guard";
import { type PasteRefusal, readPasted } from "#server/paste/commands";
import type { Viewer } from "#server/viewer";
import { Explained } from "./explained.tsx";

export type { Answer };

/** What somebody is answered who has sent the form, with JavaScript or without. */
export async function answerTo(paster: Viewer | null, form: FormData): Promise<Answer> {
  const pasted = String(form.get("message") ?? "");
  const reading = await readPasted(paster, ipOf(await headers()), pasted);
  if (!reading.ok) return { text: shownAgain(pasted), refusal: await sentenceOf(reading.refusal), view: null };
  const { text } = reading.value;
  const here = hiddenBetween(pasted, text);
  const hidden = { secrets: saidIn(form, "secrets"), personal: saidIn(form, "personal"), late: here.secrets };
  const isCut = reading.value.wasCut || form.get("cut") === "yes";
  return { text, refusal: null, view: <Explained paster={paster} reading={reading.value} {...{ hidden, isCut }} /> };
}

const SHORT = 20_000;

/** What was refused is shown again where the page is drawn anew; not a long text, whose reading the limit is to spare everybody. */
const shownAgain = (pasted: string): string => (pasted.length <= SHORT ? redact(pasted) : "");

const MANY = 999;

/** How much the browser says that it has hidden: for the one who pasted, and for nobody else. */
function saidIn(form: FormData, name: keyof Hidden): number {
  const count = Number(form.get(name));
  return Number.isInteger(count) && count > 0 ? Math.min(count, MANY) : 0;
}

async function sentenceOf(refusal: PasteRefusal): Promise<string> {
  const t = await getTranslations("paste.refusal");
  if (refusal.reason === "empty") return t("empty");
  return `${t("too_many")} ${await whenAgain(refusal)}`;
}
