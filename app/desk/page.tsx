import { Check, CircleCheckBig } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { CohortLine } from "#components/desk/cohort-line";
import { groupsOf } from "#components/desk/group";
import { HelpRule } from "#components/desk/help-rule";
import { NeedingGroup } from "#components/desk/needing-group";
import { StandingCounts } from "#components/desk/standing-counts";
import { UnknownMessages } from "#components/desk/unknown-messages";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import { type Module, stepsOf } from "#domain/course/course";
import { cohortsOf } from "#server/cohort/queries";
import { causePageFor, wholeModule } from "#server/course/queries";
import { closedSince, countOfNeeding, studentsWhoNeedHelp } from "#server/help/queries";
import { countOfReports, openReports } from "#server/paste/queries";
import { standingCounts } from "#server/progress/queries";
import { workedOnOf } from "#server/quiet/queries";
import { type Instructor, requireInstructor } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { markKnown } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

type Props = { searchParams: Promise<{ removed?: string | string[] }> };

export default async function DeskPage({ searchParams }: Props) {
  const instructor = await requireInstructor();
  const { removed } = await searchParams;
  const locale = await currentLocale();
  const [t, needing, count, cohorts, module, resolved] = await Promise.all([
    getTranslations("desk"),
    studentsWhoNeedHelp(instructor),
    countOfNeeding(instructor),
    cohortsOf(instructor),
    wholeModule(locale),
    closedSince(instructor, new Date(Date.now() - 24 * 3600_000)),
  ]);
  const [reports, reportCount] = await Promise.all([openReports(instructor), countOfReports(instructor)]);
  const workedOn = await workedOnOf(needing, module);
  const groups = groupsOf(needing);
  const causes = await Promise.all(groups.map(({ cause }) => cause && causePageFor(instructor, locale, cause)));
  const titles = new Map(stepsOf(module).map(({ id, title }) => [id, title]));
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <h1 className="font-bold text-3xl">{count === 0 ? t("nobody") : t("count", { count })}</h1>
      <p role="status" className="sr-only">
        {t("updated", { count })}
      </p>
      {removed === "yes" && (
        <div className="mt-4">
          <Notice look="success">{t("remove.done")}</Notice>
        </div>
      )}
      <CohortLine cohorts={cohorts} />
      <Suspense fallback={<div className="skeleton mt-6 h-46 rounded-box sm:h-22" />}>
        <Counts instructor={instructor} module={module} needing={count} />
      </Suspense>
      {groups.length === 0 && (
        <Card className="mt-6 flex items-start gap-4 p-6">
          <CircleCheckBig className="size-6 shrink-0 text-success" aria-hidden="true" />
          <p className="max-w-prose">{t("nobodyLead")}</p>
        </Card>
      )}
      {groups.map((group, place) => {
        const cause = causes[place] || null;
        const lesson = module.lessons.find(({ slug }) => slug === cause?.lesson) ?? null;
        return (
          <NeedingGroup
            key={group.key}
            group={group}
            cause={cause}
            lesson={lesson}
            titles={titles}
            workedOn={workedOn}
          />
        );
      })}
      {count > needing.length && (
        <p className="mt-4 text-base-content/70 text-sm">{t("more", { count: needing.length })}</p>
      )}
      {resolved.count > 0 && (
        <p className="num mt-6 flex items-center gap-2 text-base-content/70 text-sm">
          <Check className="size-4 text-success" aria-hidden="true" />
          {t("resolvedToday", { count: resolved.count })}{" "}
          {resolved.lastName && resolved.lastAt && (
            <>
              {t("resolvedLast")} {resolved.lastName}, <Moment at={resolved.lastAt} />
            </>
          )}
        </p>
      )}
      <UnknownMessages reports={reports} count={reportCount} close={markKnown} />
      <HelpRule cohorts={cohorts} />
    </div>
  );
}

async function Counts({ instructor, module, needing }: { instructor: Instructor; module: Module; needing: number }) {
  return <StandingCounts counts={await standingCounts(instructor, module, new Date())} needing={needing} />;
}
