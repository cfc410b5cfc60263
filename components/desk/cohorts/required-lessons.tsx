import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { Landing } from "#components/ui/landing";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";

type Action = (form: FormData) => Promise<void>;
type AskedLesson = {
  readonly module: string;
  readonly slug: string;
  readonly title: string;
  readonly steps: number;
  readonly isRequired: boolean;
  /** What it is where the cohort says nothing. */
  readonly byAuthor: boolean;
};
type Props = {
  readonly cohortId: string;
  readonly lessons: readonly AskedLesson[];
  /** The lesson that has just been changed. */
  readonly changed: AskedLesson | undefined;
  readonly save: Action;
};

/** What the cohort requires of its course, lesson by lesson; a change is taken back where it is told. */
export function RequiredLessons({ cohortId, lessons, changed, save }: Props) {
  const t = useTranslations("cohorts");
  return (
    <Card className="p-6" aria-labelledby="asked">
      <h2 id="asked" className="scroll-mt-6 font-bold text-xl">
        {t("asked")}
      </h2>
      {changed && (
        <div className="mt-3">
          <Notice look="success">
            <Landing key={`${changed.slug} ${changed.isRequired}`}>
              {t(changed.isRequired ? "nowRequired" : "nowOptional", { lesson: changed.title })}
            </Landing>
            <ChangeForm cohortId={cohortId} lesson={changed} save={save} words={t("undo")} />
          </Notice>
        </div>
      )}
      <p className="mt-3 max-w-prose text-base-content/80 text-sm">{t("askedLead")}</p>
      <ul className="mt-3 divide-y divide-base-300">
        {lessons.map((lesson) => (
          <LessonLine key={`${lesson.module}/${lesson.slug}`} cohortId={cohortId} lesson={lesson} save={save} />
        ))}
      </ul>
      <p className="mt-3 max-w-prose text-base-content/80 text-sm">{t("askedTwice")}</p>
    </Card>
  );
}

type LineProps = { readonly cohortId: string; readonly lesson: AskedLesson; readonly save: Action };

function LessonLine({ cohortId, lesson, save }: LineProps) {
  const t = useTranslations("cohorts");
  const home = useTranslations("home");
  const { title, steps, isRequired, byAuthor } = lesson;
  const state = [t(isRequired ? "isRequired" : "isOptional"), isRequired !== byAuthor && t("onlyHere")];
  return (
    <li className="flex flex-col gap-x-4 gap-y-1 py-2.5 sm:flex-row sm:items-center sm:justify-between">
      <div className="min-w-0 text-sm">
        <p className="font-semibold">{title}</p>
        <p className="num text-base-content/75">
          {[home("lessonSteps", { count: steps }), ...state].filter(Boolean).join(" · ")}
        </p>
      </div>
      <ChangeForm
        cohortId={cohortId}
        lesson={lesson}
        save={save}
        words={t(isRequired ? "makeOptional" : "makeRequired")}
        label={t(isRequired ? "makeOptionalOf" : "makeRequiredOf", { lesson: title })}
      />
    </li>
  );
}

/** Without a label it stands alone, and its words say enough. */
type ChangeProps = LineProps & { readonly words: string; readonly label?: string };

/** The other way round from what it is now. */
function ChangeForm({ cohortId, lesson: { module, slug, isRequired }, save, words, label }: ChangeProps) {
  const t = useTranslations("cohorts");
  return (
    <form action={save}>
      <input type="hidden" name="cohort" value={cohortId} />
      <input type="hidden" name="lesson" value={`${module}/${slug}`} />
      <input type="hidden" name="required" value={isRequired ? "no" : "yes"} />
      <SubmitButton
        pending={t("saving")}
        className={`btn btn-sm min-h-11 ${label ? "btn-quiet" : "btn-outline mt-2"}`}
        aria-label={label}
      >
        {words}
      </SubmitButton>
    </form>
  );
}
