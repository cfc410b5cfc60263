import type { Root } from "hast";
import { Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Permalink } from "#components/course/heading";
import { Prose } from "#components/course/prose";
import { LockLine } from "#components/progress/lock-line";
import { StandingIcon, type StandingMark } from "#components/progress/standing-icon";
import type { Module, Step } from "#domain/course/course";
import { timecodeOf } from "#domain/course/timecode";
import type { Standing, StepRecord } from "#domain/progress/progress";
import { StepControls } from "./step-controls.tsx";

type Props = {
  readonly section: {
    readonly anchor: string;
    readonly title: string;
    readonly body: Root;
    readonly step: Step | null;
  };
  readonly number: number | null;
  readonly standing: Standing;
  readonly record: StepRecord | undefined;
  /** The steps to be done before this one, where there are any. */
  readonly lock: readonly Step[] | undefined;
  readonly module: Module;
  readonly isNext: boolean;
  readonly hasFilm: boolean;
  readonly mark: ((form: FormData) => Promise<void>) | null;
  /** When the portal looks again, while it waits for the provider. */
  readonly looks?: readonly Date[] | undefined;
  readonly lang: string | undefined;
  /** What can be said of the section's screens. */
  readonly below?: ReactNode;
};

/** A heading of the lesson with what it explains; where it is a step, with its state and its tick. */
export function LessonSection({
  section: { anchor, title, body, step },
  number,
  standing,
  record,
  lock,
  module,
  isNext,
  hasFilm,
  mark,
  looks,
  lang,
  below,
}: Props) {
  if (!step) {
    return (
      <section className="mt-12" aria-labelledby={anchor}>
        <div className="group flex items-baseline gap-1">
          <h2 id={anchor} lang={lang} className="font-bold text-2xl">
            {title}
          </h2>
          <Permalink anchor={anchor} words={title} />
        </div>
        <div className="mt-3">
          <Prose tree={body} lang={lang} />
          {below}
        </div>
      </section>
    );
  }
  return (
    <section className="mt-12" aria-labelledby={anchor}>
      <div className="flex items-start gap-3">
        <StandingIcon mark={markOf(standing, step, isNext, lock !== undefined)} className="mt-1 size-7" />
        <h2 id={anchor} lang={lang} className="flex-1 font-bold text-2xl">
          {number}. {title}
        </h2>
        {hasFilm && step.at !== null && <FilmLink at={step.at} />}
      </div>
      <div className="mt-3 sm:pl-10">
        <Prose tree={body} lang={lang} />
        {lock && (
          <div className="mt-6">
            <LockLine before={lock} module={module} />
          </div>
        )}
        <StepControls
          step={step}
          standing={standing}
          record={record}
          isNext={isNext}
          mark={lock ? null : mark}
          looks={looks}
        />
        {below}
      </div>
    </section>
  );
}

export function markOf(standing: Standing, step: Step, isNext: boolean, isLocked: boolean): StandingMark {
  if (standing !== "todo") return standing;
  if (isLocked) return "locked";
  if (isNext) return "current";
  return step.check ? "will-prove" : "todo";
}

function FilmLink({ at }: { readonly at: number }) {
  const t = useTranslations("lesson");
  const time = timecodeOf(at);
  return (
    <Link href={`?t=${at}#film`} data-at={at} className="btn btn-quiet btn-sm num min-h-11 shrink-0">
      <Play className="size-3.5" aria-hidden="true" />
      <span className="sr-only">{t("watchFrom", { time })}</span>
      <span aria-hidden="true">{time}</span>
    </Link>
  );
}
