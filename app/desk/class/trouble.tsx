import { Funnel } from "#components/desk/class/funnel";
import { HardestSteps } from "#components/desk/class/hardest-steps";
import { isCauseId } from "#domain/cause/cause";
import { type FunnelStep, widestGap } from "#domain/class/funnel";
import { hardestFirst } from "#domain/class/trouble";
import { lessonOfStep, stepsOf } from "#domain/course/course";
import type { Class } from "#server/class/queries";
import { stepTroubles } from "#server/class/trouble/queries";
import { causeTitles } from "#server/course/queries";
import { currentLocale } from "#server/wording/locale";

type Props = { readonly of: Class; readonly funnel: readonly FunnelStep[] };

/** How far people get, and what stops them. */
export async function Trouble({ of, funnel }: Props) {
  const troubles = hardestFirst(await stepTroubles(of));
  const causes = troubles.flatMap((trouble) => trouble.causes.map(({ cause }) => cause));
  const titles = await causeTitles(await currentLocale(), causes.filter(isCauseId));
  const required = new Set(of.columns.map(({ step }) => step.id));
  const optional = new Set(
    of.courses.flatMap(({ module }) => stepsOf(module)).flatMap((s) => (s.optional ? s.id : [])),
  );
  const steps = new Map(stepsOf(of.whole).map((step) => [step.id, { step, lesson: lessonOfStep(of.whole, step.id) }]));
  const shown = troubles.flatMap((trouble) => {
    const { step, lesson } = steps.get(trouble.stepId) ?? {};
    return step && lesson ? [{ ...trouble, step, lesson }] : [];
  });
  return (
    <div className="mt-6 space-y-6">
      <Funnel funnel={funnel} gap={widestGap(funnel)} />
      <HardestSteps
        required={shown.filter(({ stepId }) => required.has(stepId))}
        optional={shown.filter(({ stepId }) => optional.has(stepId) && !required.has(stepId))}
        titles={titles}
      />
    </div>
  );
}
