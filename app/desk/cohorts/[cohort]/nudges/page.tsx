import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackToCohort } from "#components/desk/cohorts/back-link";
import { NudgeForm } from "#components/nudge/nudge-form";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { daysIn, isNudge, NUDGES, type NudgeKind, type NudgeRules, USUAL_DAYS } from "#domain/nudge/rule";
import { nudgePreview, nudgeRulesOf } from "#server/nudge/queries";
import { requireManager } from "#server/viewer";
import { liveCohortOf } from "../cohort.ts";
import { saveNudges } from "./actions.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Props = { params: Promise<{ cohort: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await liveCohortOf(await requireManager(), params);
  return { title: (await getTranslations("nudges"))("title", { cohort: name }) };
}

/** What the address proposes where it does, else what is saved. */
function shownIn(query: Query, saved: NudgeRules): { days: Record<NudgeKind, number>; on: readonly NudgeKind[] } {
  const isAsked = query.asked === "yes";
  const word = (kind: NudgeKind) => (typeof query[kind] === "string" ? query[kind] : "");
  const days = NUDGES.map((kind) => [kind, daysIn(word(kind)) ?? saved[kind] ?? USUAL_DAYS[kind]] as const);
  const on = isAsked ? [query.on ?? []].flat().filter(isNudge) : NUDGES.filter((kind) => saved[kind] !== undefined);
  return { days: Object.fromEntries(days) as Record<NudgeKind, number>, on };
}

export default async function NudgesPage({ params, searchParams }: Props) {
  const manager = await requireManager();
  const cohort = await liveCohortOf(manager, params);
  const [t, query, saved] = await Promise.all([
    getTranslations("nudges"),
    searchParams,
    nudgeRulesOf(manager, cohort.id),
  ]);
  const { days, on } = shownIn(query, saved);
  const previews = await nudgePreview(cohort, days, new Date());
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6">
      <BackToCohort cohort={cohort} />
      <h1 className="mt-3 font-bold text-3xl">{t("title", { cohort: cohort.name })}</h1>
      <div className="mt-4">
        {query.said === "saved" && <Notice look="success">{t("saved")}</Notice>}
        {query.said === "badDays" && <Notice look="error">{t("badDays")}</Notice>}
      </div>
      <Card className="mt-6 p-6">
        <p className="max-w-prose text-base-content/80">{t("lead")}</p>
        <NudgeForm cohortId={cohort.id} days={days} on={on} previews={previews} save={saveNudges} />
      </Card>
      <p className="mt-4 max-w-prose text-base-content/70 text-sm">{t("when")}</p>
    </div>
  );
}
