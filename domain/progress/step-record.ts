/** What is known of one student and one step. */
export type StepRecord = { readonly stepId: string; readonly tickedAt: Date | null; readonly provenAt: Date | null };

/** Since when a step is done; null while it is not. The one place that says what counts as done: a waiver will, too. */
export function doneAt({ tickedAt, provenAt }: StepRecord): Date | null {
  if (tickedAt && provenAt) return tickedAt < provenAt ? tickedAt : provenAt;
  return tickedAt ?? provenAt;
}

export const doneSteps = (records: readonly StepRecord[]): ReadonlySet<string> =>
  new Set(records.filter((record) => doneAt(record) !== null).map(({ stepId }) => stepId));
