import Link from "next/link";
import { useTranslations } from "next-intl";
import { NUDGES, type NudgeRules } from "#domain/nudge/rule";

type Props = {
  readonly cohorts: readonly { readonly id: string; readonly name: string; readonly rules: NudgeRules }[];
};

/** What the portal writes by itself, cohort by cohort, and where that is changed. */
export function NudgedCohorts({ cohorts }: Props) {
  const t = useTranslations("nudges");
  return (
    <ul className="mt-3 divide-y divide-base-300">
      {cohorts.map(({ id, name, rules }) => {
        const said = NUDGES.flatMap((kind) => (rules[kind] ? [t(`kinds.${kind}.short`, { count: rules[kind] })] : []));
        return (
          <li key={id} className="py-2">
            <Link
              href={`/desk/cohorts/${id}/nudges`}
              prefetch={false}
              className="link link-hover inline-flex min-h-11 items-center font-semibold"
            >
              {name}
            </Link>
            <p className="num text-base-content/75 text-sm">{said.length > 0 ? said.join(" · ") : t("off")}</p>
          </li>
        );
      })}
    </ul>
  );
}
