import { useTranslations } from "next-intl";

type Props = { readonly steps: readonly { readonly id: string; readonly title: string }[] };

const DAYS = [1, 2, 3, 5, 7, 14] as const;

/** Leads to a message for everybody to whom a rule applies: the page that it opens says how many and who. */
export function RuleForm({ steps }: Props) {
  const t = useTranslations("sent");
  return (
    <form action="/desk/message" className="mt-3 flex flex-wrap items-end gap-3">
      <label className="grow sm:max-w-md">
        <span className="mb-1 block font-medium text-sm">{t("rule")}</span>
        <select name="rule" className="select h-11 w-full" defaultValue="inactive:3">
          <optgroup label={t("inactiveGroup")}>
            {DAYS.map((count) => (
              <option key={count} value={`inactive:${count}`}>
                {t("inactive", { count })}
              </option>
            ))}
          </optgroup>
          <optgroup label={t("undoneGroup")}>
            {steps.map(({ id, title }) => (
              <option key={id} value={`undone:${id}`}>
                {t("undone", { step: title })}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <button type="submit" className="btn btn-outline min-h-11">
        {t("next")}
      </button>
    </form>
  );
}
