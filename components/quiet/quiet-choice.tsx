import { Moon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { useDay } from "#components/ui/day";
import { SubmitButton } from "#components/ui/submit-button";

type Props = {
  readonly isOn: boolean;
  readonly lastAt: Date | null;
  readonly choose: (form: FormData) => Promise<void>;
};

/** One button that says what it will do; off until it is wanted. */
export function QuietChoice({ isOn, lastAt, choose }: Props) {
  const t = useTranslations("quiet");
  const day = useDay();
  return (
    <Card aria-labelledby="quiet">
      <h2 id="quiet" className="flex items-center gap-2 font-bold text-xl">
        <Moon className="size-5 shrink-0" aria-hidden="true" /> {t("heading")}
      </h2>
      <p className="mt-2 max-w-prose text-base-content/80">{t("lead")}</p>
      <form action={choose} className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <input type="hidden" name="wanted" value={isOn ? "no" : "yes"} />
        <SubmitButton
          pending={t("saving")}
          className={`btn min-h-11 ${isOn ? "btn-quiet" : "btn-outline"}`}
          aria-describedby="quiet-state"
        >
          {t(isOn ? "turnOff" : "turnOn")}
        </SubmitButton>
        <p id="quiet-state" role="status" className="num text-base-content/75 text-sm">
          {t(isOn ? "isOn" : "isOff")} {isOn && lastAt && t("last", { date: day(lastAt) })}
        </p>
      </form>
    </Card>
  );
}
