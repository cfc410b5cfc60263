import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PeopleFilters } from "#components/desk/people/people-filters";
import { PeopleTable } from "#components/desk/people/people-table";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { addressOf, questionIn } from "#domain/roster/people-question";
import { cohortsOf } from "#server/cohort/queries";
import { peopleOf } from "#server/people/queries";
import { requireInstructor } from "#server/viewer";
import { move, setRole, takeBack } from "./actions.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Props = { searchParams: Promise<Query> };

const SAID = ["saved", "last_instructor", "there_already", "signed_in", "not_found"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage({ searchParams }: Props) {
  const instructor = await requireInstructor();
  const query = await searchParams;
  const question = questionIn(query);
  const [t, cohorts, page] = await Promise.all([
    getTranslations("people"),
    cohortsOf(instructor),
    peopleOf(instructor, question),
  ]);
  const said = SAID.find((known) => known === query.said);
  const address = addressOf(question);
  const isAsked = address !== "/desk/people";
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <h1 className="font-bold text-3xl">{t("title")}</h1>
      <PeopleFilters question={question} cohorts={cohorts} />
      {said && (
        <div className="mt-4">
          <Notice look={said === "saved" ? "success" : "error"}>{t(`said.${said}`)}</Notice>
        </div>
      )}
      <p role="status" className="num mt-5 text-base-content/75">
        {t("count", { count: page.total })}
      </p>
      {page.people.length === 0 ? (
        <Card className="mt-3 p-6">{t(isAsked ? "none" : "empty")}</Card>
      ) : (
        <PeopleTable
          people={page.people}
          own={instructor.id}
          managed={cohorts.filter(({ id }) => instructor.managedIds.includes(id))}
          list={address.split("?")[1] ?? ""}
          acts={{ setRole, move, takeBack }}
        />
      )}
      <nav aria-label={t("title")} className="mt-4 flex flex-wrap gap-2">
        {question.after && (
          <Link href={addressOf({ ...question, after: null })} className="btn btn-quiet min-h-11">
            {t("first")}
          </Link>
        )}
        {page.next && (
          <Link href={addressOf({ ...question, after: page.next })} className="btn btn-outline min-h-11">
            {t("next")}
          </Link>
        )}
      </nav>
    </div>
  );
}
