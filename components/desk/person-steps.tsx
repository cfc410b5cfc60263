import { useTranslations } from "next-intl";
import { NewMark } from "#components/progress/marks";
import { StandingIcon } from "#components/progress/standing-icon";
import { Card } from "#components/ui/card";
import { type Module, stepsOf } from "#domain/course/course";
import { countSteps, progressIn, requiredSteps } from "#domain/progress/progress";
import type { StepRecord } from "#domain/progress/step-record";

type Props = { readonly module: Module; readonly records: readonly StepRecord[] };

export function PersonSteps({ module, records }: Props) {
  const t = useTranslations();
  const progress = progressIn(module, records);
  const count = countSteps(requiredSteps(module, records), progress.done);
  return (
    <Card className="p-5" aria-labelledby="steps">
      <h2 id="steps" className="font-bold">
        {t("desk.person.steps")}
      </h2>
      <p className="num text-base-content/70 text-sm">{t("optional.requiredDone", count)}</p>
      <ol className="mt-3 space-y-2.5 text-sm">
        {stepsOf(module).map((step) => {
          const standing = progress.standings.get(step.id) ?? "todo";
          return (
            <li key={step.id} className="flex gap-2.5">
              <StandingIcon mark={standing} className="mt-px size-5" />
              <span>
                {step.title} {progress.fresh.has(step.id) && <NewMark />}
                <span className="block text-base-content/70">
                  {[
                    t(standing === "ticked" ? "standing.tickedByStudent" : `standing.${standing}`),
                    step.optional && t("standing.optional"),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
