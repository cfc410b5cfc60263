import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackToCohort } from "#components/desk/cohorts/back-link";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { requireManager } from "#server/viewer";
import { liveCohortOf } from "../cohort.ts";

type Props = { params: Promise<{ cohort: string }>; searchParams: Promise<{ said?: string | string[] }> };

const SAID = [
  ...(["file_empty", "file_binary", "file_large", "file_rows", "file_line", "file_quote"] as const),
  ...(["file_header", "file_nobody", "too_many", "no_file", "not_found"] as const),
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await liveCohortOf(await requireManager(), params);
  return { title: (await getTranslations("roster.import"))("title", { cohort: name }) };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const manager = await requireManager();
  const cohort = await liveCohortOf(manager, params);
  const [t, query] = await Promise.all([getTranslations("roster.import"), searchParams]);
  const said = SAID.find((known) => known === query.said);
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6">
      <BackToCohort cohort={cohort} />
      <h1 className="mt-3 font-bold text-3xl">{t("title", { cohort: cohort.name })}</h1>
      <p className="mt-2 max-w-prose text-base-content/80">{t("lead")}</p>
      {said && (
        <div className="mt-4">
          <Notice look="error">{t(`said.${said}`)}</Notice>
        </div>
      )}
      <Card className="mt-6 p-6">
        <form method="post" action="/api/roster" encType="multipart/form-data">
          <input type="hidden" name="cohort" value={cohort.id} />
          <label htmlFor="file" className="font-semibold text-sm">
            {t("file")}
          </label>
          <input
            id="file"
            type="file"
            name="file"
            required
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            aria-describedby="file-hint"
            className="file-input mt-1.5 h-12 w-full text-base"
          />
          <p id="file-hint" className="mt-2 text-base-content/75 text-sm">
            {t("columnsLead")}
          </p>
          <button type="submit" className="btn btn-primary mt-4 min-h-12">
            {t("send")}
          </button>
        </form>
      </Card>
    </div>
  );
}
