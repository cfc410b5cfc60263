import { useTranslations } from "next-intl";
import { LockLine } from "#components/progress/lock-line";
import { Notice } from "#components/ui/notice";
import type { Lesson, Module, Step } from "#domain/course/course";
import { Checked } from "./checked.tsx";

type Props = {
  readonly lesson: Lesson;
  /** The steps to be done before this lesson. */
  readonly lock: readonly Step[];
  readonly module: Module;
  readonly isFallback: boolean;
  readonly isObserved: boolean;
};

/** How long it takes, when it was last compared with the real screens, and what is unusual about this view of it. */
export function LessonMeta({ lesson, lock, module, isFallback, isObserved }: Props) {
  const t = useTranslations("lesson");
  return (
    <>
      <p className="num mt-2 flex flex-wrap gap-x-4 text-base-content/70 text-sm">
        <span>{t("minutes", { count: lesson.minutes })}</span>
        {lesson.checked && <Checked day={lesson.checked} />}
      </p>
      {isObserved && lesson.cohorts && (
        <p className="mt-2 text-base-content/70 text-sm">{t("onlyFor", { cohorts: lesson.cohorts.join(", ") })}</p>
      )}
      {lock.length > 0 && (
        <div className="mt-3">
          <LockLine before={lock} module={module} />
        </div>
      )}
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
