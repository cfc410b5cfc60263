import Link from "next/link";
import { useTranslations } from "next-intl";
import { NewMark } from "#components/progress/marks";
import { StandingIcon } from "#components/progress/standing-icon";
import { Card } from "#components/ui/card";
import { SubmitButton } from "#components/ui/submit-button";
import { type Module, stepsOf } from "#domain/course/course";
import { countSteps, progressIn, requiredSteps } from "#domain/progress/progress";
import type { StepRecord } from "#domain/progress/step-record";

type Props = {
  readonly module: Module;
  readonly records: readonly StepRecord[];
  readonly studentId: string;
  readonly waivers: ReadonlyMap<string, { readonly reason: string; readonly by: string | null }>;
  /** Null for whoever may release nobody. */
  readonly endWaiver: ((form: FormData) => Promise<void>) | null;
};

export function PersonSteps({ module, records, studentId, waivers, endWaiver }: Props) {
  const t = useTranslations();
  const progress = progressIn(module, records);
  const count = countSteps(requiredSteps(module, records), progress.done);
  return (
    <Card className="p-5" aria-labelledby="steps">
      <h2 id="steps" className="font-bold">
        {t("desk.person.steps")}
      </h2>
      <p className="num text-base-content/70 text-sm">
        {count.total === 0 ? t("optional.nothingAsked") : t("optional.requiredDone", count)}
      </p>
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
                {waivers.has(step.id) && (
                  <Waived step={step.id} {...{ studentId, endWaiver }} {...waivers.get(step.id)} />
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {endWaiver && (
        <Link
          href={`/desk/waive?to=${studentId}`}
          prefetch={false}
          className="link link-hover mt-3 inline-flex min-h-11 items-center text-sm"
        >
          {t("deskActions.waive")}
        </Link>
      )}
    </Card>
  );
}

type WaivedProps = Pick<Props, "studentId" | "endWaiver"> & {
  readonly step: string;
  readonly reason?: string;
  readonly by?: string | null;
};

/** Who released the student and why, and the way back. */
function Waived({ step, studentId, reason = "", by = null, endWaiver }: WaivedProps) {
  const t = useTranslations("case");
  return (
    <form action={endWaiver ?? undefined} className="mt-1">
      <input type="hidden" name="student" value={studentId} />
      <input type="hidden" name="step" value={step} />
      <span className="block">{[by, reason].filter(Boolean).join(": ")}</span>
      {endWaiver && (
        <SubmitButton pending="…" className="link link-hover min-h-11">
          {t("endWaiver")}
        </SubmitButton>
      )}
    </form>
  );
}
