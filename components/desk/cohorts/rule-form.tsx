import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { SubmitButton } from "#components/ui/submit-button";
import { LiveQuestion } from "./live-question.tsx";

type Props = {
  readonly cohortId: string;
  readonly rule: { readonly tries: number; readonly stalledDays: number; readonly invitedDays: number };
  readonly preview: { readonly count: number; readonly names: readonly string[] };
  readonly save: (form: FormData) => Promise<void>;
};

/** One form with two ends: to look whom the numbers would point at, as an address, and to save them. */
export function RuleForm({ cohortId, rule, preview, save }: Props) {
  const t = useTranslations("cohorts");
  const fields = [
    { name: "tries", words: t("tries"), value: rule.tries, max: 20 },
    { name: "stalled", words: t("stalled"), value: rule.stalledDays, max: 60 },
    { name: "invited", words: t("invited"), value: rule.invitedDays, max: 60 },
  ];
  const { tries, stalledDays: stalled, invitedDays: invited } = rule;
  return (
    <Card className="p-6" aria-labelledby="rule">
      <h2 id="rule" className="font-bold text-xl">
        {t("rule")}
      </h2>
      <p className="mt-2 max-w-prose text-base-content/80">{t("ruleText", { tries, stalled, invited })}</p>
      <LiveQuestion>
        <input type="hidden" name="cohort" value={cohortId} />
        {fields.map(({ name, words, value, max }) => (
          <label key={name} className="flex items-center justify-between gap-3 text-sm">
            {words}
            <input
              type="number"
              name={name}
              min={1}
              max={max}
              required
              defaultValue={value}
              className="input num h-11 w-20 text-base"
            />
          </label>
        ))}
        <div role="status" className="rounded-box bg-base-200 p-4">
          <p className="font-semibold">
            {preview.count === 0 ? t("previewNone") : t("preview", { count: preview.count })}
          </p>
          {preview.names.length > 0 && (
            <p className="mt-1 text-sm">
              {preview.names.join(", ")}{" "}
              {preview.count > preview.names.length && t("more", { count: preview.count - preview.names.length })}
            </p>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          <button type="submit" className="btn btn-outline min-h-11">
            {t("show")}
          </button>
          <SubmitButton pending={t("saving")} formAction={save} className="btn btn-primary min-h-11">
            {t("saveRule")}
          </SubmitButton>
        </div>
      </LiveQuestion>
    </Card>
  );
}
