import { runCommand } from "./processes/report.ts";
import { buildStage } from "./testing/build-stage.ts";
import { checkStages } from "./testing/check-stages.ts";
import { runTestCommand } from "./testing/command.ts";
import { journeysStage } from "./testing/journeys.ts";

await runCommand(() =>
  runTestCommand("test", (supervisor, folder) => [
    ...checkStages(supervisor, folder),
    buildStage(supervisor),
    journeysStage(supervisor, folder, []),
  ]),
);
