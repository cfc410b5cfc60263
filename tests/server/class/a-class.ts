import { matrixWish } from "#domain/class/matrix";
import { matrixPage } from "#server/class/matrix/queries";
import { type Class, classOf } from "#server/class/queries";
import type { Instructor } from "#server/viewer";
import { cast } from "../../support/cast.ts";

/** All that this instructor teaches; a test in which that is nothing fails here. */
export async function theClassOf(instructor: Instructor, slug: string | null = null): Promise<Class> {
  const of = await classOf(instructor, slug, "pl");
  if (!of) throw new Error("There is no such class.");
  return of;
}

export const matrixOf = (of: Class, words: Readonly<Record<string, string>> = {}, now = new Date()) =>
  matrixPage(
    of,
    matrixWish(
      words,
      of.columns.map(({ step }) => step.id),
    ),
    now,
  );

export const namesOf = async (of: Class, words: Readonly<Record<string, string>> = {}) =>
  (await matrixOf(of, words)).people.map(({ name }) => name);

/** Students of one cohort, by their names. */
export async function students(cohortId: string, ...names: string[]) {
  const rows = [];
  for (const name of names) rows.push(await cast().aStudent({ cohortId, name }));
  return rows;
}
