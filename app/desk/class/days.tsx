import { getTranslations } from "next-intl/server";
import { DayPictures } from "#components/desk/class/day-pictures";
import { Card } from "#components/ui/card";
import { isCauseId } from "#domain/cause/cause";
import { latestDays, type Series, seriesOf } from "#domain/class/day";
import { activityPerDay, causesPerDay } from "#server/class/days/queries";
import type { Class } from "#server/class/queries";
import { causeTitles } from "#server/course/queries";
import { currentLocale } from "#server/wording/locale";

const KINDS = ["people", "ticked", "proven", "tests"] as const;

/** What the last thirty days were like. */
export async function Days({ of }: { readonly of: Class }) {
  const days = latestDays(new Date());
  const [first = ""] = days;
  const [t, counted, done] = await Promise.all([
    getTranslations("class.days"),
    causesPerDay(of, first),
    activityPerDay(of, first),
  ]);
  const causes = seriesOf(days, counted);
  const titles = await causeTitles(await currentLocale(), causes.map(({ kind }) => kind).filter(isCauseId));
  const deeds = seriesOf(days, done);
  const deedsShown = KINDS.flatMap((kind) => named(deeds, kind, t(`kind.${kind}`)));
  const causesShown = causes.map((series) => ({
    ...series,
    title: titles[series.kind as keyof typeof titles] ?? series.kind,
  }));
  return (
    <div className="mt-6 space-y-6">
      <Card aria-labelledby="causes-by-day">
        <h2 id="causes-by-day" className="font-bold text-xl">
          {t("causes")}
        </h2>
        <p className="mt-1 max-w-prose text-base-content/75">{t("causesLead")}</p>
        <DayPictures days={days} series={causesShown} none={t("noCauses")} />
      </Card>
      <Card aria-labelledby="activity-by-day">
        <h2 id="activity-by-day" className="font-bold text-xl">
          {t("activity")}
        </h2>
        <p className="mt-1 max-w-prose text-base-content/75">{t("activityLead")}</p>
        <DayPictures days={days} series={deedsShown} none={t("noActivity")} />
      </Card>
    </div>
  );
}

const named = (all: readonly Series[], kind: string, title: string) =>
  all.filter((series) => series.kind === kind).map((series) => ({ ...series, title }));
