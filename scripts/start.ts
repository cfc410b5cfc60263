import { PlainError } from "./plain-error.ts";
import { runProduction } from "./portal/production.ts";
import { runCommand } from "./processes/report.ts";

await runCommand(() => {
  const [part = "both", ...rest] = process.argv.slice(2);
  if (rest.length > 0 || !["both", "web", "worker"].includes(part)) {
    throw new PlainError(
      "usage: npm start            web and worker\n       npm start -- web     the web process alone\n       npm start -- worker  the worker alone",
    );
  }
  return runProduction({ web: part !== "worker", worker: part !== "web" });
});
