import { type CheckName, isCheckName } from "../check/check.ts";
import type { ProviderId } from "../check/provider.ts";
import type { Transcript } from "./captions.ts";
import type { FilmSource, PlayedSource } from "./film-source.ts";

/** One thing to do on a lesson. Ticks refer to `id`, so it never changes. */
export type Step = {
  readonly id: string;
  readonly title: string;
  /** The heading of the lesson that explains it. */
  readonly anchor: string;
  /** One sentence for the home page: what this step is for and what it takes. */
  readonly summary: string;
  /** Second of the lesson's video that shows it. */
  readonly at: number | null;
  /** The check that proves it. */
  readonly check: CheckName | null;
  readonly optional: boolean;
  /** Steps of its module that have to be done before. */
  readonly after: readonly string[];
  /** The first day on which it is asked, as YYYY-MM-DD; whoever had finished before stays finished. */
  readonly since: string | null;
};

export type Lesson = {
  readonly module: string;
  readonly slug: string;
  readonly title: string;
  readonly minutes: number;
  readonly tags: readonly string[];
  /** Name of a video of the module. */
  readonly video: string | null;
  /** The day on which an author last compared the lesson with the real screens, as YYYY-MM-DD. */
  readonly checked: string | null;
  /** The provider that the lesson is about, where it is not for everybody. */
  readonly provider: ProviderId | null;
  /** Whether nobody has to do it; each of its steps says so for itself. */
  readonly optional: boolean;
  /** Lessons of its module that have to be done before. */
  readonly after: readonly string[];
  /** Slugs of the cohorts that it is for; none where it is for everybody. */
  readonly cohorts: readonly string[];
  readonly steps: readonly Step[];
};

export type Chapter = { readonly at: number; readonly title: string };

export type Video = {
  readonly id: string;
  readonly title: string;
  readonly source: FilmSource;
  readonly poster: string | null;
  readonly seconds: number;
  readonly chapters: readonly Chapter[];
  readonly captions: readonly { readonly locale: Locale; readonly file: string }[];
};

/** A video with the addresses under which the portal serves it. */
export type Film = {
  /** Names it among all films of the portal. */
  readonly id: string;
  readonly source: PlayedSource;
  readonly poster: string | null;
  readonly title: string;
  readonly seconds: number;
  readonly chapters: readonly Chapter[];
  readonly captions: readonly { readonly locale: Locale; readonly src: string }[];
  readonly transcript: Transcript | null;
};

export type Module = {
  readonly slug: string;
  readonly title: string;
  readonly order: number;
  readonly videos: readonly Video[];
  readonly lessons: readonly Lesson[];
};

export const LOCALES = ["pl", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const stepsOf = (module: Module): readonly Step[] => module.lessons.flatMap((lesson) => lesson.steps);

/** A lesson without steps has only its own word for it. */
export const isOptional = ({ steps, optional }: Lesson): boolean =>
  steps.length === 0 ? optional : steps.every((step) => step.optional);

export const lessonOfStep = (module: Module, stepId: string): Lesson | undefined =>
  module.lessons.find((lesson) => lesson.steps.some((step) => step.id === stepId));

export const stepProvedBy = (module: Module, check: CheckName): Step | undefined =>
  stepsOf(module).find((step) => step.check === check);

/** The ids of the steps that wait for the provider, of the checks whose timer is running. */
export const waitingSteps = (module: Module, checks: readonly string[]): ReadonlySet<string> =>
  new Set(checks.filter(isCheckName).flatMap((check) => stepProvedBy(module, check)?.id ?? []));
