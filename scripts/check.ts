import { runCommand } from "./processes/report.ts";
import { checkStages } from "./testing/check-stages.ts";
import { runTestCommand } from "./testing/command.ts";

await runCommand(() => runTestCommand("check", checkStages));
