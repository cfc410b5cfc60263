import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CatalogueLink } from "#components/cause/catalogue-link";
import { PasteForm } from "#components/paste/paste-form";
import { Notice } from "#components/ui/notice";
import { whenAgainOf } from "#server/door/come-back";
import { requirePaster } from "#server/viewer";
import { formProps } from "./form-props.ts";
import { keptForThisPage } from "./plain-answer.ts";

type Props = { searchParams: Promise<{ forwarded?: string | string[]; again?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paste"))("title") };
}

export default async function PastePage({ searchParams }: Props) {
  await requirePaster();
  const [t, { forwarded, again }, form, first] = await Promise.all([
    getTranslations("paste"),
    searchParams,
    formProps(),
    keptForThisPage(),
  ]);
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <p className="mt-2 max-w-prose text-base-content/75">{t("lead")}</p>
      <div className="mt-6 space-y-6">
        {forwarded === "sent" && <Notice look="success">{t("forward.sent")}</Notice>}
        {forwarded === "too_many" && (
          <Notice look="error">
            {t("forward.too_many")} {await whenAgainOf(again)}
          </Notice>
        )}
        <PasteForm {...form} first={first} />
        <CatalogueLink />
      </div>
    </div>
  );
}
