import { useTranslations } from "next-intl";
import { useDay } from "#components/ui/day";
import { Notice } from "#components/ui/notice";
import type { Lesson } from "#domain/course/course";

type Props = { readonly lesson: Lesson; readonly isFallback: boolean; readonly isObserved: boolean };

/** How long it takes, when it was last compared with the real screens, and what is unusual about this view of it. */
export function LessonMeta({ lesson, isFallback, isObserved }: Props) {
  const t = useTranslations("lesson");
  const day = useDay();
  const date = lesson.checked && day(new Date(`${lesson.checked}T12:00:00Z`));
  return (
    <>
      <p className="num mt-2 flex flex-wrap gap-x-4 text-base-content/70 text-sm">
        <span>{t("minutes", { count: lesson.minutes })}</span>
        {date && <span>{t("checked", { date })}</span>}
      </p>
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
