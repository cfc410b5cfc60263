import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LessonList } from "#components/home/lesson-list";
import { NextStepCard } from "#components/home/next-step-card";
import { TestCard } from "#components/home/test-card";
import { RegressedCards } from "#components/quiet/regressed-card";
import { WaitCards } from "#components/waiting/wait-card";
import { duesIn } from "#domain/cohort/due";
import { type Locale, waitingSteps } from "#domain/course/course";
import { countSteps, progressIn, requiredSteps } from "#domain/progress/progress";
import { latestTestOf } from "#server/access-test/queries";
import { duesFor } from "#server/cohort/due/queries";
import { causeTitles, moduleFor, type Reader } from "#server/course/queries";
import { progressOf } from "#server/progress/queries";
import { regressionsOf } from "#server/quiet/queries";
import { waitingOf } from "#server/waiting/queries";

type Props = {
  readonly student: Reader & { readonly id: string };
  readonly locale: Locale;
  readonly hasKey: boolean;
  /** What the addresses of lessons begin with. */
  readonly base?: string;
  /** What stands at the side, above the latest test. */
  readonly children?: ReactNode;
};

/** Where a student stands and what is next for them: to themselves, and to an instructor who looks at what they see. */
export async function HomeView({ student, locale, hasKey, base = "", children }: Props) {
  const now = new Date();
  const [module, records, test, timers, regressions, days] = await Promise.all([
    moduleFor(student, locale),
    progressOf(student),
    latestTestOf(student),
    waitingOf(student, now),
    regressionsOf(student),
    duesFor(student),
  ]);
  const causes = await causeTitles(
    locale,
    [...(test?.checks ?? []), ...regressions].map(({ cause }) => cause),
  );
  const waiting = waitingSteps(
    module,
    timers.map(({ check }) => check),
  );
  const progress = progressIn(module, records, waiting);
  const count = countSteps(requiredSteps(module, records), progress.done);
  const t = await getTranslations("home");
  const hasBegun = records.length > 0;
  const dues = duesIn(module, progress, days, now);
  const left = count.left === 0 ? t("finished") : t(hasBegun ? "left" : "start", { count: count.left });
  const heading = count.total === 0 ? t("nothingAsked") : left;
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6 sm:py-12">
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section>
          <p className="font-semibold text-primary text-sm">
            {t("eyebrow", { order: module.order, title: module.title })}
          </p>
          <h1 className="mt-1 font-bold text-3xl sm:text-4xl">{heading}</h1>
          <div className="mt-5 flex items-center gap-4">
            <progress
              className="progress progress-primary h-3 max-w-md flex-1"
              value={count.done}
              max={Math.max(1, count.total)}
              aria-label={t("progress")}
            />
            <span className="num font-semibold text-sm">{count.total === 0 ? "–" : t("done", count)}</span>
          </div>
          <RegressedCards regressions={regressions} module={module} causes={causes} />
          <WaitCards waits={timers} module={module} />
          <NextStepCard
            module={module}
            progress={progress}
            isFinished={count.left === 0}
            hasBegun={hasBegun}
            dues={dues}
            base={base}
          />
          <h2 className="mt-12 font-bold text-xl">{t("lessons")}</h2>
          <LessonList module={module} progress={progress} dues={dues} base={base} />
        </section>
        <aside className="space-y-5">
          {children}
          <TestCard test={test} hasKey={hasKey} causes={causes} isObserved={base !== ""} />
        </aside>
      </div>
    </div>
  );
}
