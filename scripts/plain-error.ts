/** An error whose message is written for the person at the keyboard: what is wrong and what to do. Shown without a stack. */
export class PlainError extends Error {}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
