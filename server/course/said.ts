import "server-only";
import { cache } from "react";
import type { Said, Word } from "#domain/course/requirement";
import { database, type Transaction } from "../database/client.ts";

type Row = {
  readonly slug: string;
  readonly isArchived: boolean;
  /** Null where the cohort says nothing. */
  readonly module: string | null;
  readonly lesson: string;
  readonly isRequired: boolean;
  readonly since: string | null;
};

/** What these cohorts say of lessons, or all cohorts. */
export async function saidIn(db: Transaction, slugs: readonly string[] | "all"): Promise<Said> {
  const own = slugs === "all" ? null : [...slugs];
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.slug, c.archived_at IS NOT NULL AS "isArchived", r.module, r.lesson, r.is_required AS "isRequired",
           to_char(r.since, 'YYYY-MM-DD') AS since
    FROM cohort c LEFT JOIN lesson_requirement r ON r.cohort_id = c.id AND c.archived_at IS NULL
    WHERE (${own}::text[] IS NULL OR c.slug = ANY(${own}::text[])) AND (c.archived_at IS NOT NULL OR r.cohort_id IS NOT NULL)`;
  return {
    words: Map.groupBy(rows.flatMap(wordIn), ({ slug }) => slug),
    archived: new Set(rows.filter(({ isArchived }) => isArchived).map(({ slug }) => slug)),
  };
}

const wordIn = ({ module, isArchived: _, ...row }: Row): readonly (Word & { readonly slug: string })[] =>
  module === null ? [] : [{ ...row, module }];

const NOTHING: Said = { words: new Map(), archived: new Set() };

/** Once for each page, however many parts of it ask. */
const saidOnce = cache((slugs: string): Promise<Said> => saidIn(database(), slugs.split(",")));

export const saidBy = (slugs: readonly string[]): Promise<Said> | Said =>
  slugs.length === 0 ? NOTHING : saidOnce(slugs.toSorted().join(","));
