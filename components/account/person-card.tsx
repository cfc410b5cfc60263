import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";

type Props = {
  readonly person: { readonly name: string; readonly email: string };
  readonly isStudent: boolean;
  /** What they are besides; null for whoever learns alone. */
  readonly staff: "owner" | "instructor" | "assistant" | null;
};

export function PersonCard({ person, isStudent, staff }: Props) {
  const t = useTranslations("account");
  const rows = [
    [t("name"), person.name],
    [t("address"), person.email],
    [t("role"), [isStudent && t("student"), staff && t(staff)].filter(Boolean).join(", ")],
  ] as const;
  return (
    <Card aria-labelledby="person">
      <h2 id="person" className="font-bold text-xl">
        {t("person")}
      </h2>
      <dl className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        {rows.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-base-content/70 text-sm sm:pt-0.5">{term}</dt>
            <dd className="break-words font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-base-content/70 text-sm">{t("change")}</p>
    </Card>
  );
}
