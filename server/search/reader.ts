import "server-only";
import type { Reader } from "#domain/search/reader";
import { offeredProviders } from "../environment.ts";
import type { Viewer } from "../viewer.ts";

/** What of the course is there for somebody: of the providers that are offered, and for their cohorts. */
export const readerFor = ({ cohorts }: Viewer): Reader => ({ providers: offeredProviders(), cohorts });
