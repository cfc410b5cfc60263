import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";

export type PastCase = {
  readonly id: string;
  readonly tries: number;
  readonly since: Date;
  readonly closedAt: Date;
  readonly closedBy: string | null;
  readonly reason: string;
  readonly step: string | null;
};

/** What has come to an end, and by whom: most of it by itself. */
export function PastCases({ cases }: { readonly cases: readonly PastCase[] }) {
  const t = useTranslations("case");
  if (cases.length === 0) return null;
  return (
    <Card className="p-6" aria-labelledby="past">
      <h2 id="past" className="font-bold text-xl">
        {t("past")}
      </h2>
      <ul className="mt-3 divide-y divide-base-300">
        {cases.map(({ id, tries, since, closedAt, closedBy, reason, step }) => (
          <li key={id} className="py-3">
            <p className="font-semibold">{[reason, step].filter(Boolean).join(" · ")}</p>
            <p className="num text-base-content/75 text-sm">
              <Moment at={since} /> – <Moment at={closedAt} />
              {tries > 0 && ` · ${t("tries", { count: tries })}`} ·{" "}
              {closedBy ? t("closedBy", { name: closedBy }) : t("closedItself")}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
