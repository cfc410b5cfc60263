import { PlainError } from "../plain-error.ts";

export const say = (line: string): void => console.log(line);

/** One line for a piece of work: what was done and how long it took. */
export async function timed<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const start = Date.now();
  const result = await work();
  say(`  ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  return result;
}

/** Runs a command to its exit code. Only a fault of ours is shown with its stack. */
export async function runCommand(work: () => Promise<number>): Promise<never> {
  try {
    process.exit(await work());
  } catch (error) {
    if (error instanceof PlainError) console.error(`\n${error.message}`);
    else console.error("\nThis is a fault of Rozruch itself; please report it with these lines:\n", error);
    process.exit(1);
  }
}
