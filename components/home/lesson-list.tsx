import Link from "next/link";
import { useTranslations } from "next-intl";
import { StandingIcon } from "#components/progress/standing-icon";
import type { Lesson, Module, Step } from "#domain/course/course";
import { lessonStanding, type Progress } from "#domain/progress/progress";
import { lockOfLesson } from "#domain/progress/reader";

type Props = { readonly module: Module; readonly progress: Progress };

export function LessonList({ module, progress }: Props) {
  return (
    <ol className="mt-4 divide-y divide-base-300 overflow-hidden rounded-box border border-base-300 bg-base-100">
      {module.lessons.map((lesson) => (
        <LessonRow key={lesson.slug} module={module} lesson={lesson} progress={progress} />
      ))}
    </ol>
  );
}

type RowProps = Props & { readonly lesson: Lesson };

function LessonRow({ module, lesson, progress }: RowProps) {
  const t = useTranslations();
  const standing = lessonStanding(lesson, progress);
  const isCurrent = standing === "current";
  const lock = lockOfLesson(module, lesson, progress);
  return (
    <li
      className={`relative flex items-center gap-4 p-4 hover:bg-base-200/60 sm:px-6 ${isCurrent ? "bg-base-200/60" : ""}`}
    >
      <StandingIcon mark={lock.length > 0 ? "locked" : standing} />
      <div className="min-w-0 flex-1">
        <Link className="font-semibold after:absolute after:inset-0" href={`/lessons/${lesson.module}/${lesson.slug}`}>
          {lesson.title}
        </Link>
        <p className={`text-sm ${standing === "waiting" ? "text-warning" : "text-base-content/70"}`}>
          <LessonState lesson={lesson} progress={progress} lock={lock} />
        </p>
      </div>
      <span className="num text-base-content/70 text-sm">{t("time.minutes", { count: lesson.minutes })}</span>
    </li>
  );
}

type StateProps = { readonly lesson: Lesson; readonly progress: Progress; readonly lock: readonly Step[] };

function LessonState({ lesson, progress, lock }: StateProps) {
  const t = useTranslations();
  const standing = lessonStanding(lesson, progress);
  const total = lesson.steps.length;
  const done = lesson.steps.filter(({ id }) =>
    ["proven", "ticked"].includes(progress.standings.get(id) ?? "todo"),
  ).length;
  const news = lesson.steps.filter(({ id, isNew }) => isNew && progress.standings.get(id) === "todo").length;
  if (lock.length > 0) return `${t("standing.first")} ${lock.map(({ title }) => title).join(", ")}`;
  if (news > 0) return t("home.lessonNews", { count: news });
  const optional =
    lesson.steps.every((step) => step.optional) && standing !== "proven" ? ` · ${t("home.lessonOptional")}` : "";
  if (standing === "waiting") return t("home.lessonWaiting");
  if (standing === "proven" || standing === "ticked")
    return `${t("home.lessonSteps", { count: total })} · ${t(`standing.${standing}`)}`;
  if (done > 0 || standing === "current") return t("home.lessonInProgress", { done, total }) + optional;
  return t("home.lessonTodo", { count: total }) + optional;
}
