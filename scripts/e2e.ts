import { runCommand } from "./processes/report.ts";
import { buildStage } from "./testing/build-stage.ts";
import { runTestCommand } from "./testing/command.ts";
import { journeysStage } from "./testing/journeys.ts";

/** `npm run e2e -- student-ticks`: what comes after the dashes goes to Playwright. */
const words = process.argv.slice(2);

await runCommand(() =>
  runTestCommand("e2e", (supervisor, folder) => [buildStage(supervisor), journeysStage(supervisor, folder, words)]),
);
