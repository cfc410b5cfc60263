import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { SubmitButton } from "#components/ui/submit-button";
import { dayIn } from "#domain/cohort/local-time";
import { COURSE_ZONE } from "#domain/cohort/zone";
import type { Lesson } from "#domain/course/course";

type Props = {
  readonly cohortId: string;
  readonly lessons: readonly Pick<Lesson, "module" | "slug" | "title">[];
  readonly dues: readonly { readonly module: string; readonly lesson: string; readonly dueAt: Date }[];
  readonly save: (form: FormData) => Promise<void>;
};

/** A day for each lesson of the cohort's course; an empty one is none. */
export function LessonDues({ cohortId, lessons, dues, save }: Props) {
  const t = useTranslations("cohorts");
  const dueOf = ({ module, slug }: Pick<Lesson, "module" | "slug">) =>
    dues.find((due) => due.module === module && due.lesson === slug);
  return (
    <Card className="p-6" aria-labelledby="dues">
      <h2 id="dues" className="font-bold text-xl">
        {t("dues")}
      </h2>
      <p className="mt-2 max-w-prose text-base-content/80 text-sm">{t("duesLead")}</p>
      <form action={save} className="mt-4 space-y-2">
        <input type="hidden" name="cohort" value={cohortId} />
        {lessons.map((lesson) => {
          const due = dueOf(lesson);
          return (
            <label
              key={`${lesson.module}/${lesson.slug}`}
              className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm"
            >
              {lesson.title}
              <input
                type="date"
                name={`${lesson.module}/${lesson.slug}`}
                defaultValue={due ? dayIn(due.dueAt, COURSE_ZONE) : ""}
                className="input num h-11 w-44 text-base"
              />
            </label>
          );
        })}
        <SubmitButton pending={t("saving")} className="btn btn-outline mt-2 min-h-12">
          {t("save")}
        </SubmitButton>
      </form>
    </Card>
  );
}
