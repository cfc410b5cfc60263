import { join } from "node:path";
import { forever, runStack } from "../portal/stack.ts";
import { say } from "../processes/report.ts";
import type { Supervisor } from "../processes/supervisor.ts";
import { dataDir } from "../setting/operator.ts";
import { inWords, runStages, type Stage } from "./stages.ts";

/** Runs the stages of a command and ends on the plain line that counts them. `folder` keeps reports and test data. */
export async function runTestCommand(
  command: string,
  stages: (supervisor: Supervisor, folder: string) => Stage[],
): Promise<number> {
  const folder = join(dataDir(), command);
  return runStack({
    command,
    dataDir: folder,
    ports: [],
    work: async (supervisor) => {
      const tally = await runStages(stages(supervisor, folder), supervisor.isStopping);
      // Asked to end in the middle: what was not run is no failure, and there is no result to tell.
      if (supervisor.isStopping()) return forever();
      say(`\n${inWords(tally)}`);
      return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
    },
  });
}
