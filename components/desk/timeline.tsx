import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";

type Entry = {
  readonly at: Date;
  readonly kind: "ticked" | "unticked" | "proven" | "waived" | "unwaived";
  readonly stepId: string;
};
type Props = { readonly entries: readonly Entry[]; readonly titles: ReadonlyMap<string, string> };

export function Timeline({ entries, titles }: Props) {
  const t = useTranslations("desk.person");
  if (entries.length === 0) return <p className="mt-2 text-base-content/75">{t("noHistory")}</p>;
  return (
    <ol className="mt-3 divide-y divide-base-300 text-sm">
      {entries.map(({ at, kind, stepId }) => (
        <li key={`${at.toISOString()} ${stepId} ${kind}`} className="flex flex-wrap justify-between gap-x-4 py-2">
          <span>{t(kind, { step: titles.get(stepId) ?? stepId })}</span>
          <span className="num text-base-content/70">
            <Moment at={at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
