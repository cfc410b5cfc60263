import { reasonOf } from "../plain-error.ts";
import { say } from "../processes/report.ts";

export type Tally = { passed: number; failed: number };

export type Stage = { name: string; run(): Promise<Tally> };

export const PASSED: Tally = { passed: 1, failed: 0 };
export const FAILED: Tally = { passed: 0, failed: 1 };

/** Runs them one after the other, all of them, whatever fails; only being asked to end ends it sooner. */
export async function runStages(stages: readonly Stage[], isStopping: () => boolean): Promise<Tally> {
  const sum = { passed: 0, failed: 0 };
  for (const { name, run } of stages) {
    const start = Date.now();
    say(`\n== ${name}`);
    const tally = await run().catch((error: unknown) => {
      say(reasonOf(error));
      return FAILED;
    });
    if (isStopping()) break;
    sum.passed += tally.passed;
    sum.failed += tally.failed;
    say(`== ${name}: ${inWords(tally)} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
  return sum;
}

/** The plain line that a run ends on. */
export const inWords = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;
