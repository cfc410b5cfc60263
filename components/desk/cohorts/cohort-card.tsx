import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDay } from "#components/ui/day";
import { Moment } from "#components/ui/moment";

type Props = {
  readonly cohort: {
    readonly id: string;
    readonly name: string;
    readonly students: number;
    readonly startsAt: Date | null;
    readonly endsAt: Date | null;
    readonly nextMeeting: Date | null;
  };
};

export function CohortCard({ cohort }: Props) {
  const t = useTranslations("cohorts");
  const day = useDay();
  const { id, name, students, startsAt, endsAt, nextMeeting } = cohort;
  return (
    <li className="rounded-box border border-base-300 bg-base-100 p-5">
      <h2 className="font-bold text-xl">
        <Link href={`/desk/cohorts/${id}`} className="link link-hover">
          {name}
        </Link>
      </h2>
      <p className="num mt-1 text-base-content/75">{t("students", { count: students })}</p>
      <dl className="num mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {startsAt && <Fact term={t("starts")}>{day(startsAt)}</Fact>}
        {endsAt && <Fact term={t("ends")}>{day(endsAt)}</Fact>}
        <Fact term={t("next")}>{nextMeeting ? <Moment at={nextMeeting} /> : t("noNext")}</Fact>
      </dl>
    </li>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt className="text-base-content/70">{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
