import { useTranslations } from "next-intl";
import { NewMark } from "#components/progress/marks";
import { StandingIcon } from "#components/progress/standing-icon";
import type { Step } from "#domain/course/course";
import { countSteps, isDoneStanding, type Progress } from "#domain/progress/progress";
import { markOf } from "./section.tsx";

type Props = { readonly steps: readonly Step[]; readonly progress: Progress };

const isDone = ({ standings }: Progress, { id }: Step) => isDoneStanding(standings.get(id));

/** The lesson's steps at a glance, beside it on a wide screen and below it on a phone. */
export function StepList({ steps, progress }: Props) {
  const t = useTranslations();
  if (steps.length === 0) return null;
  const done = new Set(steps.filter((step) => isDone(progress, step)).map(({ id }) => id));
  return (
    <section className="rounded-box border border-base-300 bg-base-100 p-5" aria-labelledby="step-list">
      <h2 id="step-list" className="font-bold">
        {t("lesson.steps")}
      </h2>
      <p className="num text-base-content/70 text-sm">{t("lesson.stepsDone", countSteps(steps, done))}</p>
      <ol className="mt-4 space-y-3 text-sm">
        {steps.map((step) => (
          <StepLine key={step.id} step={step} progress={progress} />
        ))}
      </ol>
    </section>
  );
}

function StepLine({ step, progress }: { readonly step: Step; readonly progress: Progress }) {
  const t = useTranslations("standing");
  const standing = progress.standings.get(step.id) ?? "todo";
  const isNext = progress.next?.id === step.id;
  const words = standing !== "todo" ? t(standing) : step.check ? t("willProve") : null;
  return (
    <li className="flex gap-2.5">
      <StandingIcon mark={markOf(standing, step, isNext)} className="mt-px size-5" />
      <span className="min-w-0">
        <a
          href={`#${step.anchor}`}
          className={`link link-hover ${isNext ? "font-semibold" : ""}`}
          aria-current={isNext ? "step" : undefined}
        >
          {step.title}
        </a>{" "}
        {progress.fresh.has(step.id) && <NewMark />}
        {(words || step.optional) && (
          <span className="block text-base-content/70">
            {[words, step.optional && t("optional")].filter(Boolean).join(" · ")}
          </span>
        )}
      </span>
    </li>
  );
}
