import { providerOfCause } from "../cause/catalogue.ts";
import type { CauseId } from "../cause/cause.ts";
import type { ProviderId } from "../check/provider.ts";
import type { Lesson } from "../course/course.ts";

/** Who looks for something, as far as it decides what there is to be found. */
export type Reader = { readonly providers: readonly ProviderId[] };

/** Whether a lesson is there for somebody: the one place that decides what of the lessons is found. */
export const mayMeet = ({ provider }: Lesson, { providers }: Reader): boolean =>
  provider === null || providers.includes(provider);

/** The same for the page of a cause. */
export const mayMeetCause = (cause: CauseId, { providers }: Reader): boolean =>
  providers.includes(providerOfCause(cause));
