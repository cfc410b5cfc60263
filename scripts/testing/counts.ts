import { existsSync, readFileSync } from "node:fs";
import type { Tally } from "./stages.ts";

type VitestReport = { numPassedTests: number; numFailedTests: number };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } };

/** A run that failed without a failed test (a file that does not load, no test at all) counts as one failure. */
function tally(passed: number, failed: number, ok: boolean): Tally {
  return { passed, failed: failed === 0 && !ok ? 1 : failed };
}

export function vitestCounts(file: string, ok: boolean): Tally {
  const report = read<VitestReport>(file);
  return tally(report?.numPassedTests ?? 0, report?.numFailedTests ?? 0, ok);
}

/** A journey that passed only when it was tried again has passed; Playwright's own summary names it as flaky. */
export function playwrightCounts(file: string, ok: boolean): Tally {
  const stats = read<PlaywrightReport>(file)?.stats;
  return tally((stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0, ok);
}

function read<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : undefined;
}
