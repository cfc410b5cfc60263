import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";

type Props = {
  readonly cohorts: readonly {
    readonly id: string;
    readonly name: string;
    readonly students: number;
    readonly nextMeeting: Date | null;
  }[];
};

export function CohortLine({ cohorts }: Props) {
  const t = useTranslations("desk");
  return (
    <ul className="num mt-1 text-base-content/70">
      {cohorts.map(({ id, name, students, nextMeeting }) => (
        <li key={id}>
          {t("cohort", { name, count: students })}
          {nextMeeting && (
            <>
              {" · "}
              {t("meeting")} <Moment at={nextMeeting} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
