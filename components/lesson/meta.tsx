import { useTranslations } from "next-intl";
import { DueLine } from "#components/progress/due";
import { LessonLock } from "#components/progress/lock";
import { CohortMark } from "#components/progress/marks";
import { Notice } from "#components/ui/notice";
import type { Due } from "#domain/cohort/due";
import { isOptional, type Lesson } from "#domain/course/course";
import type { Before } from "#domain/progress/locks";
import { Checked } from "./checked.tsx";

type Props = {
  readonly lesson: Lesson;
  readonly isFallback: boolean;
  readonly isObserved: boolean;
  /** What stands before the lesson, where it is locked. */
  readonly before: readonly Before[];
  /** For staff: what the cohorts are called that it is for, where it is not for everybody. */
  readonly only: readonly string[];
  /** Until when it is to be done, where that still matters. */
  readonly due: Due | null;
};

/** How long it takes, when it was last compared with the real screens, and what is unusual about this view of it. */
export function LessonMeta({ lesson, isFallback, isObserved, before, only, due }: Props) {
  const t = useTranslations("lesson");
  const optional = useTranslations("optional");
  return (
    <>
      <p className="num mt-2 flex flex-wrap gap-x-4 text-base-content/70 text-sm">
        <span>{t("minutes", { count: lesson.minutes })}</span>
        {lesson.checked && <Checked day={lesson.checked} />}
        {isOptional(lesson) && <span>{optional("lesson")}</span>}
      </p>
      {due && <DueLine due={due} className="mt-2 font-semibold text-sm" />}
      {only.length > 0 && (
        <p className="mt-3">
          <CohortMark names={only} />
        </p>
      )}
      {before.length > 0 && <LessonLock before={before} />}
      {isFallback && (
        <div className="mt-4">
          <Notice look="info">{t("onlyPolish")}</Notice>
        </div>
      )}
      {isObserved && (
        <div className="mt-4">
          <Notice look="info">{t("instructorView")}</Notice>
        </div>
      )}
    </>
  );
}
