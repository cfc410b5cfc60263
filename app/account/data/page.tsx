import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTree } from "#components/account/data-tree";
import { ownDataOf } from "#server/account/queries";
import { requireRecentSignIn } from "#server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("data.heading") };
}

/** The same as the file, to be read and printed. */
export default async function OwnDataPage() {
  const { person } = await requireRecentSignIn("/account/data");
  const [t, data] = await Promise.all([getTranslations("account.data"), ownDataOf(person)]);
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-bold text-3xl">{t("heading")}</h1>
      <p className="mt-2 max-w-prose text-base-content/75">{t("readLead")}</p>
      <div className="mt-8 space-y-8">
        {(Object.keys(data) as (keyof typeof data)[]).map((part) => (
          <section key={part} aria-labelledby={part}>
            <h2 id={part} className="mb-2 font-bold text-xl">
              {t(`part.${part}`)}
            </h2>
            <DataTree value={data[part]} none={t("none")} />
          </section>
        ))}
      </div>
    </div>
  );
}
