import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Card } from "#components/ui/card";
import { SubmitButton } from "#components/ui/submit-button";
import { subscriberOf } from "#server/message/queries";
import { chooseMail } from "./actions.ts";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("unsubscribe"))("title"), robots: { index: false } };
}

/** Opened from a letter, without signing in. A mail scanner that only looks changes nothing: one click does. */
export default async function UnsubscribePage({ params }: Props) {
  const token = z.uuid().safeParse((await params).token);
  const subscriber = token.success ? await subscriberOf(token.data) : null;
  if (!token.success || !subscriber) notFound();
  const t = await getTranslations("unsubscribe");
  const isOn = subscriber.messagesByMail;
  return (
    <Card className="p-6 sm:p-8">
      <h1 className="font-bold text-2xl">{t(isOn ? "title" : "off")}</h1>
      <p className="mt-3 max-w-prose">{t(isOn ? "lead" : "offLead")}</p>
      <form action={chooseMail} className="mt-6">
        <input type="hidden" name="token" value={token.data} />
        <input type="hidden" name="on" value={isOn ? "no" : "yes"} />
        <SubmitButton pending={t("saving")} className={`btn min-h-12 ${isOn ? "btn-primary" : "btn-outline"}`}>
          {t(isOn ? "switchOff" : "switchOn")}
        </SubmitButton>
      </form>
    </Card>
  );
}
