import { useTranslations } from "next-intl";

type Props = {
  readonly cohorts: readonly {
    readonly id: string;
    readonly name: string;
    readonly helpAfterTries: number;
    readonly helpAfterStalledDays: number;
    readonly helpAfterInvitedDays: number;
  }[];
};

/** The rule in words, where the labels are: a label that nobody can provoke is taken for broken. */
export function HelpRule({ cohorts }: Props) {
  const t = useTranslations("desk");
  return (
    <details className="mt-6 text-sm">
      <summary className="cursor-pointer font-semibold">{t("rule")}</summary>
      <ul className="mt-2 max-w-prose space-y-2 text-base-content/80">
        {cohorts.map(
          ({ id, name, helpAfterTries: tries, helpAfterStalledDays: stalled, helpAfterInvitedDays: invited }) => (
            <li key={id}>
              {cohorts.length > 1 && <strong>{name}: </strong>}
              {t("ruleText", { tries, stalled, invited })}
            </li>
          ),
        )}
      </ul>
    </details>
  );
}
