import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "../processes/child.ts";
import type { Supervisor } from "../processes/supervisor.ts";
import { ROOT, toolEnvironment } from "../setting/operator.ts";
import { vitestCounts } from "./counts.ts";
import { floorsStage } from "./floors.ts";
import { FAILED, PASSED, type Stage } from "./stages.ts";

/** Everything that needs neither a build nor a browser. */
export function checkStages(supervisor: Supervisor, reports: string): Stage[] {
  mkdirSync(reports, { recursive: true });
  const steps = (name: string, ...commands: string[][]): Stage => ({
    name,
    run: async () => {
      for (const command of commands) if (!(await runTool(supervisor, name, command))) return FAILED;
      return PASSED;
    },
  });
  return [
    floorsStage,
    // The framework's own types of routes and pages come first: a fresh clone has none.
    steps("types", [packageFile("next/dist/bin/next"), "typegen"], [packageFile("typescript/bin/tsc"), "-p", ROOT]),
    steps("lint", [packageFile("@biomejs/biome/bin/biome"), "ci"]),
    steps("content", ["--conditions=react-server", join(ROOT, "scripts/content.ts"), "check"]),
    { name: "unit and server tests", run: () => runVitest(supervisor, join(reports, "vitest.json")) },
  ];
}

async function runVitest(supervisor: Supervisor, report: string) {
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ok = await runTool(supervisor, "vitest", [packageFile("vitest/vitest.mjs"), "run", ...reporters]);
  return vitestCounts(report, ok);
}

export async function runTool(supervisor: Supervisor, name: string, command: string[], more = {}): Promise<boolean> {
  const environment = { ...toolEnvironment(), NEXT_TELEMETRY_DISABLED: "1", ...more };
  return (await supervisor.run({ name, arguments: command, environment }, "inherit")).ok;
}
