import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { JumpLines } from "#components/desk/class/jump-lines";
import { CohortLine } from "#components/desk/cohort-line";
import { DeskFilters } from "#components/desk/desk-filters";
import { DidNotice } from "#components/desk/did-notice";
import { HelpRule } from "#components/desk/help-rule";
import { Nobody } from "#components/desk/nobody";
import { Solved } from "#components/desk/solved";
import { StandingCounts } from "#components/desk/standing-counts";
import { UnknownMessages } from "#components/desk/unknown-messages";
import { Notice } from "#components/ui/notice";
import type { Locale, Module } from "#domain/course/course";
import { addressOf, changed, isNarrowed, viewIn } from "#domain/desk/view";
import { stepJumps } from "#server/class/jump/queries";
import { classOf } from "#server/class/queries";
import { cohortsOf } from "#server/cohort/queries";
import { causeTitles, wholeModule } from "#server/course/queries";
import { deskRows, facetsOf } from "#server/desk/queries";
import { closedSince } from "#server/help/queries";
import { countOfReports, openReports } from "#server/paste/queries";
import { standingCounts } from "#server/progress/queries";
import { type Instructor, requireInstructor } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { act, markKnown, takeBack } from "./actions.ts";
import { didIn } from "./did.ts";
import { Listed } from "./listed.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const DAY_MS = 24 * 3_600_000;

export default async function DeskPage({ searchParams }: Props) {
  const instructor = await requireInstructor();
  const query = await searchParams;
  const [view, locale, now] = [viewIn(query), await currentLocale(), new Date()];
  const module = await wholeModule(locale);
  const [t, rows, facets, cohorts, resolved, reports, reportCount] = await Promise.all([
    getTranslations("desk"),
    deskRows(instructor, view, { module, now }),
    facetsOf(instructor, view, now),
    cohortsOf(instructor),
    closedSince(instructor, new Date(now.getTime() - DAY_MS)),
    openReports(instructor),
    countOfReports(instructor),
  ]);
  const causes = new Map(
    Object.entries(
      await causeTitles(
        locale,
        [...facets.byCause.keys()].map((id) => (id === "none" ? null : id)),
      ),
    ),
  );
  const [done, back] = [didIn(query), addressOf(view).replace(/^[^?]*\??/, "")];
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <h1 className="font-bold text-3xl">{facets.total === 0 ? t("nobody") : t("count", { count: facets.total })}</h1>
      <p role="status" className="sr-only">
        {t("updated", { count: facets.total })}
      </p>
      {query.removed === "yes" && (
        <div className="mt-4">
          <Notice look="success">{t("remove.done")}</Notice>
        </div>
      )}
      <CohortLine cohorts={cohorts} />
      <Suspense fallback={<div className="skeleton mt-6 h-46 rounded-box sm:h-22" />}>
        <Counts instructor={instructor} module={module} needing={facets.total} />
      </Suspense>
      <Suspense fallback={null}>
        <Jumps instructor={instructor} locale={locale} now={now} />
      </Suspense>
      {done && (
        <div className="mt-6">
          <DidNotice done={done} back={back} takeBack={takeBack} />
        </div>
      )}
      {(facets.total > 0 || facets.snoozed > 0) && (
        <DeskFilters view={view} facets={facets} cohorts={cohorts} lessons={module.lessons} causes={causes} />
      )}
      {rows.length === 0 ? (
        <Nobody isNarrowed={isNarrowed(view) || view.snoozed || view.page > 1} />
      ) : (
        <>
          <Link
            className="link link-hover mt-4 inline-flex min-h-11 items-center text-sm"
            href={addressOf(changed(view, { list: !view.list, sort: "urgency", isDown: false }))}
            scroll={false}
          >
            {t(view.list ? "asGroups" : "asList")}
          </Link>
          <form key={done?.at} action={act} data-steady="">
            <input type="hidden" name="back" value={back} />
            <Listed {...{ instructor, view, rows, module, locale, causes }} />
          </form>
        </>
      )}
      <Solved resolved={resolved} />
      <UnknownMessages reports={reports} count={reportCount} close={markKnown} />
      <HelpRule cohorts={cohorts} />
    </div>
  );
}

/** Whether more people fail at a step than did: the provider's screen may have changed. */
async function Jumps({ instructor, locale, now }: { instructor: Instructor; locale: Locale; now: Date }) {
  const of = await classOf(instructor, null, locale);
  return of && <JumpLines jumps={await stepJumps(of, now)} />;
}

async function Counts({ instructor, module, needing }: { instructor: Instructor; module: Module; needing: number }) {
  return <StandingCounts counts={await standingCounts(instructor, module, new Date())} needing={needing} />;
}
