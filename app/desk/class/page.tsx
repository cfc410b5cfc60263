import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClassChoice } from "#components/desk/class/class-choice";
import { ClassHeading } from "#components/desk/class/class-heading";
import { JumpLines } from "#components/desk/class/jump-lines";
import { Card } from "#components/ui/card";
import { type ClassPlace, viewIn } from "#domain/class/class-address";
import { type FunnelStep, funnelOf, standingsOf } from "#domain/class/funnel";
import { patternsOf } from "#server/class/funnel/queries";
import { stepJumps } from "#server/class/jump/queries";
import { type Class, classOf, cohortNamesOf } from "#server/class/queries";
import { requireInstructor } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { Days } from "./days.tsx";
import { People } from "./people.tsx";
import { Trouble } from "./trouble.tsx";

type Words = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Words> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("class"))("title") };
}

/** All at once: what comes later is hidden from whoever has no scripts yet. */
export default async function ClassPage({ searchParams }: Props) {
  const instructor = await requireInstructor();
  const words = await searchParams;
  const cohort = typeof words.cohort === "string" && words.cohort !== "" ? words.cohort : null;
  const place: ClassPlace = { cohort, view: viewIn(words.view) };
  const [of, cohorts, t] = await Promise.all([
    classOf(instructor, cohort, await currentLocale()),
    cohortNamesOf(instructor),
    getTranslations("class"),
  ]);
  if (!of) notFound();
  const patterns = await patternsOf(of);
  const standings = standingsOf(of.courses, patterns);
  // Days count optional steps as well.
  const isBare = of.columns.length === 0 && place.view !== "days";
  const nothing = standings.students === 0 ? t("empty") : isBare ? t("noSteps") : null;
  return (
    <div className="class-paper mx-auto max-w-6xl px-4 py-8 sm:px-6 print:max-w-none print:p-0">
      <ClassHeading
        standings={standings}
        cohort={cohorts.find(({ slug }) => slug === cohort)?.name ?? null}
        asksAnything={standings.students === 0 || of.columns.length > 0}
      />
      <ClassChoice place={place} cohorts={cohorts} />
      {nothing !== null ? (
        <Card className="mt-6 p-6">
          <p className="max-w-prose">{nothing}</p>
        </Card>
      ) : (
        <>
          <Jumps of={of} />
          <Shown of={of} place={place} words={words} funnel={funnelOf(of.columns, of.courses, patterns)} />
        </>
      )}
    </div>
  );
}

async function Jumps({ of }: { readonly of: Class }) {
  return <JumpLines jumps={await stepJumps(of, new Date())} />;
}

type ShownProps = {
  readonly of: Class;
  readonly place: ClassPlace;
  readonly words: Words;
  readonly funnel: readonly FunnelStep[];
};

function Shown({ of, place, words, funnel }: ShownProps) {
  if (place.view === "trouble") return <Trouble of={of} funnel={funnel} />;
  if (place.view === "days") return <Days of={of} />;
  return <People of={of} place={place} words={words} />;
}
