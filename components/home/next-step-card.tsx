import { ArrowRight, CircleCheckBig, Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DueLine } from "#components/progress/due";
import { DoFirst } from "#components/progress/lock";
import { Card } from "#components/ui/card";
import type { Due } from "#domain/cohort/due";
import { lessonOfStep, type Module } from "#domain/course/course";
import { timecodeOf } from "#domain/course/timecode";
import type { Progress } from "#domain/progress/progress";

type Props = {
  readonly module: Module;
  readonly progress: Progress;
  readonly isFinished: boolean;
  readonly hasBegun: boolean;
  /** Until when a lesson is to be done, by its slug. */
  readonly dues: ReadonlyMap<string, Due>;
  /** What the addresses of lessons begin with. */
  readonly base?: string;
};

/** The one thing to do next. */
export function NextStepCard({ module, progress, isFinished, hasBegun, dues, base = "" }: Props) {
  const { next, fresh, locks } = progress;
  const t = useTranslations("home");
  const newStep = useTranslations("newStep");
  const lesson = next && lessonOfStep(module, next.id);
  if (!next || !lesson) {
    return (
      <Card className="mt-8 flex items-start gap-4 p-6 sm:p-8">
        <CircleCheckBig className="size-6 shrink-0 text-success" aria-hidden="true" />
        <p className="max-w-prose">{t("finishedHint")}</p>
      </Card>
    );
  }
  const before = locks.steps.get(next.id);
  const due = dues.get(lesson.slug);
  const href = `${base}/lessons/${lesson.module}/${lesson.slug}`;
  return (
    <Card className="mt-8 p-6 sm:p-8" aria-labelledby="next-step">
      <p className="flex items-center gap-2 font-semibold text-primary text-sm">
        <ArrowRight className="size-4" aria-hidden="true" />
        {fresh.has(next.id) ? newStep("next") : t(isFinished || next.optional ? "optionalStep" : "nextStep")}
      </p>
      <h2 id="next-step" className="mt-2 font-bold text-2xl">
        {next.title}
      </h2>
      <p className="mt-2 max-w-prose text-base-content/80">{next.summary}</p>
      {fresh.has(next.id) && <p className="mt-2 max-w-prose text-base-content/80">{newStep("hint")}</p>}
      {due && <DueLine due={due} className="mt-3 font-semibold" />}
      {before && (
        <p className="mt-2 text-base-content/80">
          <DoFirst before={before} />
        </p>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <Link className="btn btn-primary btn-lg" href={`${href}#${next.anchor}`}>
          {t(hasBegun ? "continue" : "begin")}
        </Link>
        {lesson.video && next.at !== null && (
          <Link className="btn btn-lg btn-quiet" href={`${href}?t=${next.at}#film`}>
            <Play className="size-4" aria-hidden="true" /> {t("watch")}{" "}
            <span className="num">{timecodeOf(next.at)}</span>
          </Link>
        )}
      </div>
    </Card>
  );
}
