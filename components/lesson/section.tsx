import type { Root } from "hast";
import { Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Permalink } from "#components/course/heading";
import { LessonProse } from "#components/course/prose";
import { NewMark, OptionalMark } from "#components/progress/marks";
import { StandingIcon, type StandingMark } from "#components/progress/standing-icon";
import type { Step } from "#domain/course/course";
import { timecodeOf } from "#domain/course/timecode";
import type { Before } from "#domain/progress/locks";
import type { Standing } from "#domain/progress/progress";
import type { StepRecord } from "#domain/progress/step-record";
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
  readonly isNext: boolean;
  readonly hasFilm: boolean;
  readonly mark: ((form: FormData) => Promise<void>) | null;
  /** When the portal looks again, while it waits for the provider. */
  readonly looks?: readonly Date[] | undefined;
  /** What stands before the step, where it is locked. */
  readonly lock?: readonly Before[] | undefined;
  /** Whether its tick has just been refused for that. */
  readonly isRefused?: boolean;
  readonly isNew?: boolean;
  /** Where the student was released from the step. */
  readonly waiver?: { readonly reason: string; readonly by: string | null } | undefined;
  readonly lang: string | undefined;
  /** Whether pages are being written on this portal. */
  readonly isWritten?: boolean | undefined;
  /** What can be said of the section's screens. */
  readonly below?: ReactNode;
};

/** A heading of the lesson with what it explains; where it is a step, with its state and its tick. */
export function LessonSection({
  section: { anchor, title, body, step },
  number,
  standing,
  record,
  isNext,
  hasFilm,
  mark,
  looks,
  lock,
  isRefused = false,
  isNew = false,
  waiver,
  lang,
  isWritten,
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
          <LessonProse anchor={anchor} tree={body} lang={lang} isWritten={isWritten} />
          {below}
        </div>
      </section>
    );
  }
  return (
    <section className="mt-12" aria-labelledby={anchor}>
      <div className="flex items-start gap-3">
        <StandingIcon mark={markOf(standing, step, isNext)} className="mt-1 size-7" />
        <h2 id={anchor} lang={lang} className="flex-1 font-bold text-2xl">
          {number}. {title}
        </h2>
        {hasFilm && step.at !== null && <FilmLink at={step.at} />}
      </div>
      <div className="mt-3 sm:pl-10">
        {(step.optional || isNew) && (
          <p className="mb-3 flex flex-wrap gap-2">
            {isNew && <NewMark />}
            {step.optional && <OptionalMark />}
          </p>
        )}
        <LessonProse anchor={anchor} tree={body} lang={lang} isWritten={isWritten} />
        <StepControls
          step={step}
          standing={standing}
          record={record}
          isNext={isNext}
          mark={mark}
          looks={looks}
          lock={lock}
          isRefused={isRefused}
          waiver={waiver}
        />
        {below}
      </div>
    </section>
  );
}

export function markOf(standing: Standing, step: Step, isNext: boolean): StandingMark {
  if (standing !== "todo") return standing;
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
