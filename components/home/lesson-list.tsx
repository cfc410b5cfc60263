import Link from "next/link";
import { useTranslations } from "next-intl";
import { DueLine } from "#components/progress/due";
import { DoFirst } from "#components/progress/lock";
import { NewMark } from "#components/progress/marks";
import { StandingIcon } from "#components/progress/standing-icon";
import type { Due } from "#domain/cohort/due";
import { isOptional, type Lesson, type Module } from "#domain/course/course";
import { locksOf } from "#domain/progress/locks";
import { isDoneStanding, lessonStanding, type Progress } from "#domain/progress/progress";

type Props = {
  readonly module: Module;
  readonly progress: Progress;
  /** Until when a lesson is to be done, by its slug. */
  readonly dues: ReadonlyMap<string, Due>;
  /** What the addresses of lessons begin with. */
  readonly base?: string;
};

export function LessonList({ module, progress, dues, base = "" }: Props) {
  return (
    <ol className="mt-4 divide-y divide-base-300 overflow-hidden rounded-box border border-base-300 bg-base-100">
      {module.lessons.map((lesson) => (
        <LessonRow key={lesson.slug} {...{ lesson, progress, base }} due={dues.get(lesson.slug)} />
      ))}
    </ol>
  );
}

type RowProps = {
  readonly lesson: Lesson;
  readonly progress: Progress;
  readonly due: Due | undefined;
  readonly base: string;
};

function LessonRow({ lesson, progress, due, base }: RowProps) {
  const t = useTranslations();
  const standing = lessonStanding(lesson, progress);
  const isCurrent = standing === "current";
  return (
    <li
      className={`relative flex items-center gap-4 p-4 hover:bg-base-200/60 sm:px-6 ${isCurrent ? "bg-base-200/60" : ""}`}
    >
      <StandingIcon mark={standing} />
      <div className="min-w-0 flex-1">
        <Link
          className="font-semibold after:absolute after:inset-0"
          href={`${base}/lessons/${lesson.module}/${lesson.slug}`}
        >
          {lesson.title}
        </Link>{" "}
        {lesson.steps.some(({ id }) => progress.fresh.has(id)) && <NewMark />}
        <p className={`text-sm ${standing === "waiting" ? "text-warning" : "text-base-content/70"}`}>
          <LessonState lesson={lesson} progress={progress} />
        </p>
        {due && <DueLine due={due} className="mt-0.5 font-semibold text-sm" />}
      </div>
      <span className="num text-base-content/70 text-sm">{t("time.minutes", { count: lesson.minutes })}</span>
    </li>
  );
}

function LessonState({ lesson, progress }: { readonly lesson: Lesson; readonly progress: Progress }) {
  const t = useTranslations();
  const standing = lessonStanding(lesson, progress);
  const total = lesson.steps.length;
  const done = lesson.steps.filter(({ id }) => isDoneStanding(progress.standings.get(id))).length;
  const optional = isOptional(lesson) && standing !== "proven" ? ` · ${t("home.lessonOptional")}` : "";
  if (standing === "waiting") return t("home.lessonWaiting");
  if (standing !== "current" && isDoneStanding(standing))
    return `${t("home.lessonSteps", { count: total })} · ${t(`standing.${standing}`)}`;
  if (standing === "locked")
    return (
      <>
        {`${t("standing.locked")}${optional} · `}
        <DoFirst before={locksOf(lesson, progress.locks, progress.done)} />
      </>
    );
  if (done > 0 || standing === "current") return t("home.lessonInProgress", { done, total }) + optional;
  return t("home.lessonTodo", { count: total }) + optional;
}
