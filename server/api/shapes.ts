import "server-only";
import { z } from "zod";

/** What more than one list has. Everything here is shown in openapi.json as it stands. */

export const Moment = z.iso.datetime();
export const momentOf = (date: Date): string => date.toISOString();
export const momentOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;

export const HELP_STATUSES = [
  ...["asked", "dead_end", "blocked", "waiting_too_long"],
  ...["regressed", "stalled", "never_signed_in"],
] as [string, ...string[]];

export const Since = z.iso.datetime({ offset: true }).optional();
export const CohortFilter = z.uuid().optional().describe("Only of this cohort.");
export const CauseFilter = z
  .string()
  .regex(/^[a-z0-9_]{1,60}$/)
  .optional()
  .describe("Only with this cause.");
export const OpenFilter = z.enum(["open", "closed", "all"]).default("open");

export const StudentRef = z
  .object({ id: z.uuid(), name: z.string().nullable(), email: z.string().nullable() })
  .describe("Name and address are null for a token without students:read.");
