import { useTranslations } from "next-intl";
import { StandingIcon } from "#components/progress/standing-icon";
import { Card } from "#components/ui/card";
import type { Step } from "#domain/course/course";
import { type StepRecord, standingOf } from "#domain/progress/progress";

type Props = { readonly steps: readonly Step[]; readonly records: readonly StepRecord[] };

export function PersonSteps({ steps, records }: Props) {
  const t = useTranslations();
  const byStep = new Map(records.map((record) => [record.stepId, record]));
  return (
    <Card className="p-5" aria-labelledby="steps">
      <h2 id="steps" className="font-bold">
        {t("desk.person.steps")}
      </h2>
      <ol className="mt-3 space-y-2.5 text-sm">
        {steps.map((step) => {
          const standing = standingOf(byStep.get(step.id), false);
          return (
            <li key={step.id} className="flex gap-2.5">
              <StandingIcon mark={standing} className="mt-px size-5" />
              <span>
                {step.title}
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
