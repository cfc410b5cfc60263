import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";

type Props = {
  readonly cohorts: readonly { readonly id: string; readonly name: string; readonly nudgeAfterDays: number | null }[];
  readonly nudge: (form: FormData) => Promise<void>;
};

const DAYS = [2, 3, 5, 7, 14] as const;

/** Whether the portal writes by itself to whoever has stopped, cohort by cohort: off until somebody switches it on. */
export function Nudges({ cohorts, nudge }: Props) {
  const t = useTranslations("nudges");
  return (
    <ul className="mt-3 space-y-3">
      {cohorts.map(({ id, name, nudgeAfterDays }) => (
        <li key={id}>
          <form action={nudge} className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="cohort" value={id} />
            <label className="grow sm:max-w-md">
              <span className="mb-1 block font-medium text-sm">{name}</span>
              <select name="days" defaultValue={nudgeAfterDays ?? 0} className="select h-11 w-full">
                <option value={0}>{t("off")}</option>
                {[...new Set([...DAYS, ...(nudgeAfterDays ? [nudgeAfterDays] : [])])].map((count) => (
                  <option key={count} value={count}>
                    {t("after", { count })}
                  </option>
                ))}
              </select>
            </label>
            <SubmitButton pending={t("saving")} className="btn btn-outline min-h-11">
              {t("save")}
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  );
}
