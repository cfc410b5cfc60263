import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortCard } from "#components/desk/cohorts/cohort-card";
import { RestoreForm } from "#components/desk/cohorts/restore-form";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import { managedCohorts } from "#server/cohort/manage/queries";
import { requireManager } from "#server/viewer";
import { create, restore } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohorts"))("title") };
}

type Props = { searchParams: Promise<{ said?: string | string[]; archived?: string | string[] }> };

export default async function CohortsPage({ searchParams }: Props) {
  const manager = await requireManager();
  const [t, cohorts, { said, archived }] = await Promise.all([
    getTranslations("cohorts"),
    managedCohorts(manager),
    searchParams,
  ]);
  const live = cohorts.filter(({ archivedAt }) => archivedAt === null);
  const away = cohorts.filter(({ archivedAt }) => archivedAt !== null);
  const last = away.find(({ id }) => id === archived);
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <p className="mt-2 max-w-prose text-base-content/75">{live.length === 0 ? t("none") : t("lead")}</p>
      {last && (
        <div className="mt-4">
          <Notice look="success">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <p>{t("archivedDone", { name: last.name })}</p>
              <RestoreForm cohortId={last.id} restore={restore} words={t("undo")} />
            </div>
          </Notice>
        </div>
      )}
      <ul className="mt-6 grid gap-4 sm:grid-cols-2">
        {live.map((cohort) => (
          <CohortCard key={cohort.id} cohort={cohort} />
        ))}
      </ul>
      {away.length > 0 && (
        <details className="mt-6">
          <summary className="cursor-pointer font-semibold">{t("archived", { count: away.length })}</summary>
          <ul className="mt-4 grid gap-4 sm:grid-cols-2">
            {away.map((cohort) => (
              <CohortCard key={cohort.id} cohort={cohort} />
            ))}
          </ul>
        </details>
      )}
      <Card className="mt-8 max-w-xl p-6" aria-labelledby="new">
        <h2 id="new" className="font-bold text-xl">
          {t("create")}
        </h2>
        {said === "badName" && (
          <div className="mt-3">
            <Notice look="error">{t("said.badName")}</Notice>
          </div>
        )}
        <form action={create} className="mt-4 flex flex-wrap items-end gap-3">
          <label className="grow font-semibold text-sm">
            {t("name")}
            <input name="name" required maxLength={80} className="input mt-1.5 h-12 w-full text-base" />
          </label>
          <SubmitButton pending={t("saving")} className="btn btn-primary min-h-12">
            {t("createButton")}
          </SubmitButton>
        </form>
      </Card>
    </div>
  );
}
