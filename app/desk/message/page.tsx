import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Compose } from "#components/message/compose";
import { Readers } from "#components/message/readers";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { wholeModule } from "#server/course/queries";
import { MOST_RECIPIENTS, recipientsOf } from "#server/message/queries";
import { requireInstructor } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { write } from "./actions.ts";
import { choiceIn, type Query } from "./choice.ts";
import { commonCause, draftFor } from "./draft.ts";
import { previewWords } from "./preview-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("message"))("title") };
}

type Props = { searchParams: Promise<Query> };

export default async function MessagePage({ searchParams }: Props) {
  const instructor = await requireInstructor();
  const query = await searchParams;
  const choice = choiceIn(query);
  const [t, locale, now] = [await getTranslations("message"), await currentLocale(), new Date()];
  const found = choice ? await recipientsOf(instructor, choice, { module: await wholeModule(locale), now }) : [];
  const isTooMany = found.length > MOST_RECIPIENTS;
  const about = query.about === "retest" ? "retest" : "cause";
  const cause = commonCause(found);
  const inEnglish = found.filter((person) => person.locale === "en").length;
  const words = {
    subject: t("subject"),
    body: t("body"),
    bodyHint: t("bodyHint"),
    english: inEnglish === 0 ? t("englishNobody") : t("english", { count: inEnglish }),
    englishHint: t("englishHint"),
    subjectEn: t("subjectEn"),
    bodyEn: t("bodyEn"),
    show: t("show"),
    edit: t("edit"),
    send: t("send", { count: found.length }),
    sending: t("sending"),
    preview: previewWords(t),
    refusals: {
      empty: t("refusal.empty"),
      too_long: t("refusal.too_long"),
      half_english: t("refusal.half_english"),
      nobody: t("refusal.nobody"),
      too_many_people: t("refusal.too_many_people", { count: MOST_RECIPIENTS }),
      too_many: t("refusal.too_many"),
    },
  };
  const choiceText = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  ).toString();
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6">
      <Link href="/desk" className="link link-hover inline-flex min-h-11 items-center gap-1.5 text-sm">
        <ArrowLeft className="size-4" aria-hidden="true" /> {t("back")}
      </Link>
      <h1 className="mt-2 font-bold text-3xl">
        {found.length === 0 ? t("nobody") : t("heading", { count: Math.min(found.length, MOST_RECIPIENTS) })}
      </h1>
      {found.length === 0 && (
        <Card className="mt-6 p-6">
          <p className="max-w-prose">{t("nobodyLead")}</p>
        </Card>
      )}
      {isTooMany && (
        <div className="mt-6">
          <Notice look="error">{words.refusals.too_many_people}</Notice>
        </div>
      )}
      {found.length > 0 && !isTooMany && (
        <>
          <Readers people={found} />
          <Card className="mt-6 p-6">
            <Compose
              write={write}
              hidden={{ id: crypto.randomUUID(), choice: choiceText, cause: cause ?? "" }}
              draft={await draftFor(instructor, about, cause, instructor.name)}
              hasEnglish={inEnglish > 0}
              people={found.map(({ userId, name }) => ({ userId, name }))}
              says={words}
            />
          </Card>
          <p className="mt-4 text-base-content/70 text-sm">{t("whenSent")}</p>
        </>
      )}
    </div>
  );
}
