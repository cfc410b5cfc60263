import { readFileSync } from "node:fs";
import { lt } from "semver";
import { packageFile } from "../processes/child.ts";
import { say } from "../processes/report.ts";
import { FAILED, PASSED, type Stage } from "./stages.ts";

type Floor = { readonly name: string; readonly from: string; readonly advisories: readonly string[] };

/** Below these a known hole is open. Whoever adds one names its advisory; a floor is never lowered. */
export const FLOORS: readonly Floor[] = [
  {
    name: "next",
    from: "16.4.1",
    advisories: [
      "CVE-2026-126187: code runs in the server before any check of ours (fixed in 16.4.1)",
      "CVE-2025-55182: the same through React Server Components (fixed in 16.0.7)",
    ],
  },
  ...["react", "react-dom"].map((name) => ({
    name,
    from: "19.2.3",
    advisories: [
      "CVE-2025-55184 and CVE-2025-55183: a request hangs the server, or reads its source (fixed in 19.2.3)",
      "CVE-2025-55182: code runs in the server through React Server Components (fixed in 19.2.1)",
    ],
  })),
];

/** What is installed below its floor, each in a sentence. */
export function belowFloor(versionOf: (name: string) => string): string[] {
  return FLOORS.filter(({ name, from }) => lt(versionOf(name), from)).map(
    ({ name, from, advisories }) =>
      `${name} ${versionOf(name)} is below ${from}, and has these holes:\n  ${advisories.join("\n  ")}\nInstall ${name}@${from} or newer.`,
  );
}

const installed = (name: string): string =>
  (JSON.parse(readFileSync(packageFile(`${name}/package.json`), "utf8")) as { version: string }).version;

export const floorsStage: Stage = {
  name: "versions with known holes",
  run: async () => {
    const faults = belowFloor(installed);
    for (const fault of faults) say(fault);
    for (const { name, from } of FLOORS) say(`  ${name} ${installed(name)}, at least ${from}`);
    return faults.length === 0 ? PASSED : FAILED;
  },
};
