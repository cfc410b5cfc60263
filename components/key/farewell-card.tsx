import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConfirmFirst } from "#components/sign-in/confirm-first";
import { Card } from "#components/ui/card";
import { useDay } from "#components/ui/day";
import { SubmitButton } from "#components/ui/submit-button";
import { dayAfter, dayOf, LONGEST_DAYS } from "#domain/credential/expiry";

type Choose = (form: FormData) => Promise<void>;

type Props = {
  readonly planned: { readonly at: Date; readonly because: string; readonly chosenAt: Date | null } | null;
  readonly now: Date;
  /** Null where a recent sign-in is wanted first: whoever may set a day may have the key deleted. */
  readonly choose: Choose | null;
};

const SOON_DAYS = [7, 30];
const MINUTE_MS = 60_000;

/** A day ends at midnight, which belongs to the next one. */
const lastDay = (at: Date) => new Date(at.getTime() - MINUTE_MS);

/** When the key goes by itself, and a day of one's own for it. */
export function FarewellCard({ planned, now, choose }: Props) {
  const t = useTranslations("key.farewell");
  const day = useDay();
  const chosen = planned?.chosenAt ?? null;
  return (
    <Card aria-labelledby="farewell">
      <h2 id="farewell" className="flex items-center gap-2 font-bold text-xl">
        <CalendarClock className="size-5 shrink-0" aria-hidden="true" /> {t("heading")}
      </h2>
      <p className="mt-2 max-w-prose" role="status">
        {planned ? t("planned", { date: day(lastDay(planned.at)), because: planned.because }) : t("none")}
      </p>
      {choose ? <DayForms chosen={chosen} now={now} choose={choose} /> : <ConfirmFirst to="/key" why="day" />}
    </Card>
  );
}

type DayProps = { readonly chosen: Date | null; readonly now: Date; readonly choose: Choose };

function DayForms({ chosen, now, choose }: DayProps) {
  const t = useTranslations("key.farewell");
  return (
    <>
      <div className="mt-4 flex flex-wrap gap-2">
        {SOON_DAYS.map((days) => (
          <form key={days} action={choose}>
            <input type="hidden" name="day" value={dayAfter(now, days)} />
            <SubmitButton pending={t("saving")} className="btn btn-outline min-h-11">
              {t("in", { days })}
            </SubmitButton>
          </form>
        ))}
        {chosen && (
          <form action={choose}>
            <input type="hidden" name="day" value="" />
            <SubmitButton pending={t("saving")} className="btn btn-quiet min-h-11">
              {t("takeBack")}
            </SubmitButton>
          </form>
        )}
      </div>
      <form action={choose} className="mt-4 flex flex-wrap items-end gap-2">
        <label className="block font-semibold text-sm">
          {t("day")}
          <input
            type="date"
            name="day"
            required
            min={dayAfter(now, 1)}
            max={dayAfter(now, LONGEST_DAYS - 1)}
            defaultValue={chosen ? dayOf(lastDay(chosen)) : undefined}
            className="input mt-1.5 block h-11 w-44"
          />
        </label>
        <SubmitButton pending={t("saving")} className="btn btn-outline min-h-11">
          {t("choose")}
        </SubmitButton>
      </form>
    </>
  );
}
