import { useTranslations } from "next-intl";
import { LiveQuestion } from "#components/desk/cohorts/live-question";
import { SubmitButton } from "#components/ui/submit-button";
import { LEAST_DAYS, MOST_DAYS, NUDGES, type NudgeKind } from "#domain/nudge/rule";

type Preview = { readonly count: number; readonly names: readonly string[] };

type Props = {
  readonly cohortId: string;
  readonly days: Readonly<Record<NudgeKind, number>>;
  readonly on: readonly NudgeKind[];
  readonly previews: Readonly<Record<NudgeKind, Preview>>;
  readonly save: (form: FormData) => Promise<void>;
};

/** Each case with its days and, in words, whom it would reach today. To look is an address, to save an action. */
export function NudgeForm({ cohortId, days, on, previews, save }: Props) {
  const t = useTranslations("nudges");
  return (
    <LiveQuestion>
      <input type="hidden" name="cohort" value={cohortId} />
      <input type="hidden" name="asked" value="yes" />
      {NUDGES.map((kind) => (
        <Rule key={kind} kind={kind} days={days[kind]} isOn={on.includes(kind)} preview={previews[kind]} />
      ))}
      <div className="flex flex-wrap gap-2 pt-2">
        <SubmitButton pending={t("saving")} formAction={save} className="btn btn-primary min-h-11">
          {t("save")}
        </SubmitButton>
        <button type="submit" className="btn btn-outline min-h-11">
          {t("show")}
        </button>
      </div>
    </LiveQuestion>
  );
}

type RuleProps = {
  readonly kind: NudgeKind;
  readonly days: number;
  readonly isOn: boolean;
  readonly preview: Preview;
};

function Rule({ kind, days, isOn, preview: { count, names } }: RuleProps) {
  const t = useTranslations("nudges");
  const more = count - names.length;
  return (
    <fieldset className="rounded-box border border-base-300 p-4">
      <legend className="px-1 font-semibold">{t(`kinds.${kind}.name`)}</legend>
      <p id={`${kind}-what`} className="text-base-content/75 text-sm">
        {t(`kinds.${kind}.what`)}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-3">
        <label className="inline-flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            name="on"
            value={kind}
            defaultChecked={isOn}
            aria-describedby={`${kind}-what`}
            className="toggle toggle-primary"
          />
          {t("on")}
        </label>
        <label className="inline-flex items-center gap-3 text-sm">
          {t(`kinds.${kind}.days`)}
          <input
            type="number"
            name={kind}
            min={LEAST_DAYS}
            max={MOST_DAYS}
            required
            defaultValue={days}
            className="input num h-11 w-20 text-base"
          />
        </label>
      </div>
      <div role="status" className="mt-3 rounded-box bg-base-200 p-3 text-sm">
        <p className="font-medium">
          {count === 0
            ? t("nobodyToday", { isOn: isOn ? "yes" : "no" })
            : t("today", { count, isOn: isOn ? "yes" : "no" })}
        </p>
        {names.length > 0 && (
          <p className="mt-1">
            {names.join(", ")} {more > 0 && t("more", { count: more })}
          </p>
        )}
      </div>
    </fieldset>
  );
}
