import { runDemo } from "./portal/demo-command.ts";
import { runCommand } from "./processes/report.ts";

await runCommand(() => runDemo("demo"));
