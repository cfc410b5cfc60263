import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Lightbox } from "#components/course/lightbox";
import { LessonProse } from "#components/course/prose";
import { Contents } from "#components/lesson/contents";
import { LessonMeta } from "#components/lesson/meta";
import { LessonPager } from "#components/lesson/pager";
import { LessonSection } from "#components/lesson/section";
import { StepList } from "#components/lesson/step-list";
import { LessonTags } from "#components/lesson/tags";
import { PasteLine } from "#components/paste/paste-link";
import { FilmPlace } from "#components/video/film-place";
import { dueOf, dueShown } from "#domain/cohort/due";
import { type Locale, type Module, waitingSteps } from "#domain/course/course";
import { progressIn } from "#domain/progress/progress";
import { duesFor } from "#server/cohort/due/queries";
import type { lessonPageFor } from "#server/course/queries";
import { progressOf } from "#server/progress/queries";
import { waitingOf } from "#server/waiting/queries";
import { type WaiverView, waiversOf } from "#server/waiver/queries";

type Props = {
  readonly page: NonNullable<Awaited<ReturnType<typeof lessonPageFor>>>;
  /** The module as it is for whoever looks. */
  readonly module: Module;
  /** Whose ticks are shown; nobody's where there is none. */
  readonly student: { readonly id: string } | null;
  readonly isObserved: boolean;
  readonly locale: Locale;
  readonly startAt: number | null;
  /** What ticks a step; null where nothing can be ticked. */
  readonly mark: ((form: FormData) => Promise<void>) | null;
  /** The step whose tick has just been refused. */
  readonly refused?: string | undefined;
  /** The cohorts that it is for, where it is for some alone. */
  readonly only?: readonly string[];
  /** Whether pages are being written on this portal: then what its author saves takes its place at once. */
  readonly isWritten?: boolean;
  readonly notes?: ReactNode;
  readonly below?: (section: { readonly anchor: string; readonly title: string }) => ReactNode;
  /** What the addresses of lessons begin with. */
  readonly base?: string;
};

/** A lesson with somebody's ticks: to themselves, and to an instructor who looks at what they see. */
export async function LessonView(props: Props) {
  const { page, module, student, isObserved, locale, startAt, mark, refused, only = [], notes, below } = props;
  const { base = "", isWritten } = props;
  const { lesson, film } = page;
  const now = new Date();
  const [records, waivers, timers, days, t] = await Promise.all([
    student ? progressOf(student) : [],
    student ? waiversOf(student) : new Map<string, WaiverView>(),
    student ? waitingOf(student, now) : [],
    student ? duesFor(student) : [],
    getTranslations(),
  ]);
  const waiting = waitingSteps(
    module,
    timers.map(({ check }) => check),
  );
  const progress = progressIn(module, records, waiting);
  const recordOf = new Map(records.map((record) => [record.stepId, record]));
  const lang = page.locale === locale ? undefined : page.locale;
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <nav className="text-base-content/70 text-sm" aria-label={t("lesson.breadcrumbs")}>
        <Link className="link link-hover" href={base || "/"}>
          {t("nav.module", { order: module.order })}
        </Link>{" "}
        / <span aria-current="page">{page.title}</span>
      </nav>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <article>
          {notes}
          <h1 lang={lang} className="font-bold text-3xl sm:text-4xl">
            {page.title}
          </h1>
          <LessonMeta
            lesson={lesson}
            isFallback={lang !== undefined}
            isObserved={isObserved}
            before={progress.locks.lessons.get(lesson.slug) ?? []}
            only={only}
            due={student && dueShown(dueOf(days, lesson, now), lesson, progress)}
          />
          {film && (
            <div className="mt-6">
              <FilmPlace film={film} startAt={startAt} locale={locale} />
            </div>
          )}
          <div className="mt-8">
            <LessonProse anchor="" tree={page.intro} lang={lang} isWritten={isWritten} />
          </div>
          {page.sections.map((section) => (
            <LessonSection
              key={section.anchor}
              section={section}
              number={section.step ? lesson.steps.indexOf(section.step) + 1 : null}
              standing={section.step ? (progress.standings.get(section.step.id) ?? "todo") : "todo"}
              record={section.step ? recordOf.get(section.step.id) : undefined}
              isNext={section.step !== null && section.step.id === progress.next?.id}
              hasFilm={film !== null}
              mark={mark}
              lock={progress.locks.steps.get(section.step?.id ?? "")}
              isRefused={section.step?.id === refused}
              isNew={progress.fresh.has(section.step?.id ?? "")}
              waiver={waivers.get(section.step?.id ?? "")}
              looks={timers.find(({ check }) => check === section.step?.check)?.looks}
              lang={lang}
              isWritten={isWritten}
              below={below?.(section)}
            />
          ))}
          <LessonTags lesson={lesson} lang={lang} />
          {below && <PasteLine className="mt-10" />}
          <LessonPager module={module} lesson={lesson} locked={progress.locks.lessons} base={base} />
        </article>
        <aside className="space-y-4 self-start lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
          <StepList steps={lesson.steps} progress={progress} />
          <Contents headings={page.headings} steps={lesson.steps} lang={lang} />
        </aside>
        <Lightbox words={{ close: t("page.closePicture") }} />
      </div>
    </div>
  );
}
