import "server-only";
import type { Reader } from "#domain/search/reader";
import { offeredProviders } from "../environment.ts";
import type { Viewer } from "../viewer.ts";

/** What of the course is there for somebody; so far the same for everybody who is signed in. */
export const readerFor = (_looking: Viewer): Reader => ({ providers: offeredProviders() });
