import { useTranslations } from "next-intl";
import type { Standings } from "#domain/class/funnel";

type Props = {
  /** Whether anything is required of anybody. */
  readonly asksAnything: boolean;
  readonly standings: Standings;
  /** Null for all of them. */
  readonly cohort: string | null;
};

/** How the class stands, who has never signed in counted among it and named apart. */
export function ClassHeading({ standings: { students, absent, finished }, cohort, asksAnything }: Props) {
  const t = useTranslations("class");
  const facts = [cohort ?? t("allCohorts"), t("of", { count: students }), absent > 0 && t("absent", { count: absent })];
  const finishing = finished === 0 ? t("nobodyFinished") : t("finished", { finished });
  return (
    <>
      <h1 className="font-bold text-3xl">{asksAnything ? finishing : t("nothingAsked")}</h1>
      <p className="num mt-1 text-base-content/70">{facts.filter(Boolean).join(" · ")}</p>
    </>
  );
}
