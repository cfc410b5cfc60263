import "server-only";
import { BLOCKERS } from "./resource/blockers.ts";
import { COHORTS } from "./resource/cohorts.ts";
import { EVENTS } from "./resource/events.ts";
import { HELP_REQUESTS } from "./resource/help-requests.ts";
import type { Resource } from "./resource/resource.ts";
import { STEPS } from "./resource/steps.ts";
import { STUDENTS } from "./resource/students.ts";

/** All that the API has. */
export const RESOURCES = {
  cohorts: COHORTS,
  steps: STEPS,
  students: STUDENTS,
  blockers: BLOCKERS,
  "help-requests": HELP_REQUESTS,
  events: EVENTS,
} as const satisfies Readonly<Record<string, Resource>>;

export type ResourceName = keyof typeof RESOURCES;
