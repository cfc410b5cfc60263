import { providerOfCause } from "../cause/catalogue.ts";
import type { CauseId } from "../cause/cause.ts";
import type { ProviderId } from "../check/provider.ts";
import { isFor } from "../course/audience.ts";
import type { Lesson } from "../course/course.ts";

/** Who looks for something, as far as it decides what there is to be found. */
export type Reader = { readonly providers: readonly ProviderId[]; readonly cohorts: readonly string[] };

/** Whether a lesson is there for somebody: the one place that decides what of the lessons is found. */
export const mayMeet = (lesson: Lesson, { providers, cohorts }: Reader): boolean =>
  (lesson.provider === null || providers.includes(lesson.provider)) && isFor(lesson, cohorts);

/** The same for the page of a cause. */
export const mayMeetCause = (cause: CauseId, { providers }: Pick<Reader, "providers">): boolean =>
  providers.includes(providerOfCause(cause));
