import "server-only";
import type { z } from "zod";
import type { Scope } from "#domain/api/scope";
import type { Caller } from "../caller.ts";
import type { Page } from "../paging.ts";

/** One list of the API: how it is asked for, how a row of it looks, and how it is found. `row` shapes the answer and openapi.json alike. */
type Definition<Query extends z.ZodObject, Row extends z.ZodObject> = {
  /** Below /api/v1, with `{student}` where a student's id stands. */
  readonly path: string;
  readonly scope: Scope;
  readonly summary: string;
  readonly query: Query;
  readonly row: Row;
  /** Null where what the path names is not there, or not the caller's. */
  readonly find: (caller: Caller, query: z.output<Query>, id: string) => Promise<Page<z.input<Row>> | null>;
};

export type Resource = Definition<z.ZodObject, z.ZodObject>;

export const resource = <Query extends z.ZodObject, Row extends z.ZodObject>(
  definition: Definition<Query, Row>,
): Resource => definition as unknown as Resource;

/** The cohorts that are asked for, of those that the caller teaches. */
export const cohortsAsked = ({ cohortIds }: Caller, cohort: string | undefined): string[] =>
  cohortIds.filter((id) => cohort === undefined || id === cohort);
