import "server-only";
import type { Manager } from "../viewer.ts";
import { fileOf, type Separator, type Shape } from "./file.ts";
import { type Exported, tableOf } from "./table.ts";

export { EXPORTS } from "./table.ts";

export type ExportQuestion = {
  readonly what: Exported;
  /** One of the manager's cohorts; all of them where none is named. */
  readonly cohort: string | null;
  readonly shape: Shape;
  readonly separator: Separator;
};

const cohortsIn = ({ cohortIds }: Manager, cohort: string | null): string[] =>
  cohortIds.filter((id) => cohort === null || id === cohort);

/** How many cohorts a file would be about; none for somebody else's. */
export const cohortsExported = (manager: Manager, cohort: string | null): number => cohortsIn(manager, cohort).length;

/** The file of a table of everybody in cohorts of the manager's. */
export async function fileOfTable(manager: Manager, question: ExportQuestion): Promise<ReadableStream<Uint8Array>> {
  const { what, cohort, shape, separator } = question;
  return fileOf(await tableOf(cohortsIn(manager, cohort), what), shape, separator);
}
