import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button";

const DAY_H = 24;
/** How far back, in hours. */
export const BACK_HOURS = [1, DAY_H, 7 * DAY_H, 30 * DAY_H] as const;

type Props = { readonly endpoint: string; readonly again: (form: FormData) => Promise<void> };

/** All that failed since a time, in one go. */
export function FailedAgain({ endpoint, again }: Props) {
  const t = useTranslations("connections");
  return (
    <form action={again} className="mt-4 flex flex-wrap items-end gap-3 rounded-box bg-base-200 p-4">
      <input type="hidden" name="endpoint" value={endpoint} />
      <div>
        <label htmlFor="hours" className="font-semibold text-sm">
          {t("deliveries.since")}
        </label>
        <select id="hours" name="hours" defaultValue={DAY_H} className="select mt-1.5 h-11 w-full text-base">
          {BACK_HOURS.map((hours) => (
            <option key={hours} value={hours}>
              {hours < DAY_H ? t("deliveries.hours", { count: hours }) : t("deliveries.days", { count: hours / DAY_H })}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton pending={t("saving")} className="btn btn-outline min-h-11">
        {t("deliveries.resendAll")}
      </SubmitButton>
    </form>
  );
}
