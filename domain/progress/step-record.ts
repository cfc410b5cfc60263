/** What is known of one student and one step. */
export type StepRecord = {
  readonly stepId: string;
  readonly tickedAt: Date | null;
  readonly provenAt: Date | null;
  /** When an instructor released the student from it. */
  readonly waivedAt: Date | null;
};

/** Since when a step is done; null while it is not. The one place that says what counts as done. */
export function doneAt({ tickedAt, provenAt, waivedAt }: StepRecord): Date | null {
  const times = [tickedAt, provenAt, waivedAt].flatMap((at) => at ?? []);
  return times.reduce<Date | null>((first, at) => (first && first <= at ? first : at), null);
}

export const doneSteps = (records: readonly StepRecord[]): ReadonlySet<string> =>
  new Set(records.filter((record) => doneAt(record) !== null).map(({ stepId }) => stepId));
