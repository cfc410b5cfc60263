import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ArchiveForm } from "#components/desk/cohorts/archive-form";
import { DatesForm } from "#components/desk/cohorts/dates-form";
import { ExportLinks } from "#components/desk/cohorts/export-links";
import { LessonDues } from "#components/desk/cohorts/lesson-dues";
import { Meetings } from "#components/desk/cohorts/meetings";
import { NameForm } from "#components/desk/cohorts/name-form";
import { RequiredLessons } from "#components/desk/cohorts/required-lessons";
import { RestoreForm } from "#components/desk/cohorts/restore-form";
import { RuleForm } from "#components/desk/cohorts/rule-form";
import { StaffCard } from "#components/desk/cohorts/staff-card";
import { Notice } from "#components/ui/notice";
import { readChosen } from "#domain/cohort/thresholds";
import { askedIn } from "#server/cohort/asked/queries";
import { duesOf } from "#server/cohort/due/queries";
import { previewOf } from "#server/cohort/manage/queries";
import { requireManager } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { restore } from "../actions.ts";
import {
  addMeeting,
  addPerson,
  archive,
  dropMeeting,
  rename,
  saveAsked,
  saveDates,
  saveDues,
  saveRule,
} from "./actions.ts";
import { cohortOf } from "./cohort.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Props = { params: Promise<{ cohort: string }>; searchParams: Promise<Query> };

const SAID = ["saved", "badName", "badDate", "badRule", "badDue", "badPerson", "there"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await cohortOf(await requireManager(), params)).name };
}

/** What the address proposes for the rule, where it does. */
function proposedIn(query: Query) {
  const word = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  return readChosen({ tries: word("tries"), stalledDays: word("stalled"), invitedDays: word("invited") });
}

export default async function CohortPage({ params, searchParams }: Props) {
  const manager = await requireManager();
  const cohort = await cohortOf(manager, params);
  const [t, query] = await Promise.all([getTranslations("cohorts"), searchParams]);
  const proposed = proposedIn(query);
  const rule = {
    ...{ tries: cohort.helpAfterTries, stalledDays: cohort.helpAfterStalledDays },
    ...{ invitedDays: cohort.helpAfterInvitedDays, ...proposed },
  };
  const [preview, dues, lessons] = await Promise.all([
    previewOf(cohort.id, rule, new Date()),
    duesOf(manager, cohort.id),
    askedIn(manager, cohort.id, await currentLocale()),
  ]);
  const said = SAID.find((known) => known === query.said);
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <Link
        href="/desk/cohorts"
        className="link link-hover inline-flex items-center gap-1.5 text-base-content/70 text-sm"
      >
        <ArrowLeft className="size-4" aria-hidden="true" /> {t("back")}
      </Link>
      <h1 className="mt-3 font-bold text-3xl">{cohort.name}</h1>
      <p className="num mt-1 text-base-content/75">{t("students", { count: cohort.students })}</p>
      <div className="mt-4 space-y-3">
        {said && <Notice look={said === "saved" ? "success" : "error"}>{t(`said.${said}`)}</Notice>}
        {cohort.archivedAt && (
          <Notice look="info">
            <p className="mb-2">{t("isArchived")}</p>
            <RestoreForm cohortId={cohort.id} restore={restore} words={t("restore")} />
          </Notice>
        )}
      </div>
      {!cohort.archivedAt && (
        <>
          <nav aria-label={cohort.name} className="mt-4 flex flex-wrap gap-2">
            <Link href={`/desk/people?cohort=${cohort.id}`} className="btn btn-outline min-h-11">
              {t("people")}
            </Link>
            <Link href={`/desk/cohorts/${cohort.id}/invite`} className="btn btn-primary min-h-11">
              {t("invite")}
            </Link>
            <Link href={`/desk/cohorts/${cohort.id}/import`} className="btn btn-outline min-h-11">
              {t("import")}
            </Link>
            <Link href={`/desk/cohorts/${cohort.id}/nudges`} className="btn btn-outline min-h-11">
              {t("nudges")}
            </Link>
          </nav>
          <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
            <div className="space-y-6">
              <RuleForm cohortId={cohort.id} rule={rule} preview={preview} save={saveRule} />
              <RequiredLessons
                cohortId={cohort.id}
                lessons={lessons}
                changed={lessons.find(({ module, slug }) => query.asked === `${module}/${slug}`)}
                save={saveAsked}
              />
              <ExportLinks cohortId={cohort.id} />
              <NameForm cohort={cohort} rename={rename} />
              <ArchiveForm cohortId={cohort.id} archive={archive} />
            </div>
            <div className="space-y-6">
              <DatesForm cohort={cohort} save={saveDates}>
                <Meetings cohortId={cohort.id} meetings={cohort.meetings} add={addMeeting} drop={dropMeeting} />
              </DatesForm>
              <StaffCard cohort={cohort} add={addPerson} />
              <LessonDues cohortId={cohort.id} lessons={lessons} dues={dues} save={saveDues} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}
