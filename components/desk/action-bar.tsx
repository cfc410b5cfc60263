import { AlarmClock, CheckCheck, Hand, MessageSquareText, StickyNote } from "lucide-react";
import { useTranslations } from "next-intl";
import { SNOOZES } from "#domain/desk/snooze";
import { SelectedCount } from "./selected-count.tsx";

type Props = {
  /** As many as can be chosen at once. */
  readonly most: number;
  readonly isAsleep: boolean;
  readonly mayWaive: boolean;
};

/** What can be done with those who are ticked. Shown once somebody is; where a browser cannot tell, always. */
export function ActionBar({ most, isAsleep, mayWaive }: Props) {
  const t = useTranslations("deskActions");
  const words = Array.from({ length: most + 1 }, (_, count) => t("selected", { count }));
  const quiet = "btn btn-quiet min-h-11";
  return (
    <div className="desk-bar sticky bottom-3 z-20 mt-6 rounded-box border border-base-300 bg-base-100 p-3 shadow-lg sm:p-4">
      <div className="flex flex-wrap items-center gap-2">
        <SelectedCount words={words} without={t("selectFirst")} />
        <div className="ml-auto flex flex-wrap gap-2">
          <button type="submit" name="act" value="message" className="btn btn-primary min-h-11">
            <MessageSquareText className="size-4" aria-hidden="true" /> {t("message")}
          </button>
          <button type="submit" name="act" value="take" className={quiet}>
            <Hand className="size-4" aria-hidden="true" /> {t("take")}
          </button>
          <button type="submit" name="act" value="resolve" className={quiet}>
            <CheckCheck className="size-4" aria-hidden="true" /> {t("resolve")}
          </button>
        </div>
      </div>
      <details className="mt-2">
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-medium text-sm">{t("more")}</summary>
        <div className="mt-2 flex flex-wrap items-end gap-x-6 gap-y-4">
          {isAsleep ? (
            <button type="submit" name="act" value="wake" className={quiet}>
              <AlarmClock className="size-4" aria-hidden="true" /> {t("wake")}
            </button>
          ) : (
            <div className="flex items-end gap-2">
              <label className="text-sm">
                <span className="mb-1 block font-medium">{t("snoozeUntil")}</span>
                <select name="until" defaultValue="tomorrow" className="select h-11">
                  {SNOOZES.map((choice) => (
                    <option key={choice} value={choice}>
                      {t(`snoozes.${choice}`)}
                    </option>
                  ))}
                </select>
              </label>
              <button type="submit" name="act" value="snooze" className={quiet}>
                <AlarmClock className="size-4" aria-hidden="true" /> {t("snooze")}
              </button>
            </div>
          )}
          <div className="flex grow items-end gap-2 sm:max-w-md">
            <label className="grow text-sm">
              <span className="mb-1 block font-medium">{t("noteLabel")}</span>
              <input name="note" maxLength={4000} className="input h-11 w-full" autoComplete="off" />
            </label>
            <button type="submit" name="act" value="note" className={quiet}>
              <StickyNote className="size-4" aria-hidden="true" /> {t("note")}
            </button>
          </div>
          <div className="flex flex-wrap gap-2">
            <button type="submit" name="act" value="retest" className={quiet}>
              {t("retest")}
            </button>
            {mayWaive && (
              <button type="submit" name="act" value="waive" className={quiet}>
                {t("waive")}
              </button>
            )}
            <button type="submit" name="act" value="release" className={quiet}>
              {t("release")}
            </button>
            <button type="submit" name="act" value="take_over" className={quiet}>
              {t("takeOver")}
            </button>
          </div>
        </div>
      </details>
    </div>
  );
}
