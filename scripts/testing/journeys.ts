import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stopLeftoverCluster } from "../database/cluster.ts";
import { removePlace } from "../database/place.ts";
import type { Addresses } from "../database/portal-database.ts";
import { type DemoPortal, originOf, raiseDemo } from "../portal/demo.ts";
import { packageFile } from "../processes/child.ts";
import { openLogs } from "../processes/logs.ts";
import { freePorts } from "../processes/ports.ts";
import { say } from "../processes/report.ts";
import { type Supervisor, superviseWith } from "../processes/supervisor.ts";
import { openDataDir } from "../setting/secrets.ts";
import { findBrowser } from "./browser.ts";
import { runTool } from "./check-stages.ts";
import { playwrightCounts } from "./counts.ts";
import type { Stage, Tally } from "./stages.ts";

/** Half a minute in place of five, so that a journey can wait for what the portal does by itself. */
const JOURNEY_PACE = 10;
const REPORT = "playwright.json";
/** Every key that a journey made, so that the last of them can look for each. */
const KEYS = "keys-of-journeys.txt";
/** The cast of the tests writes with the server's own modules. */
const SERVER_ONLY = "--conditions=react-server";

/** The journeys of tests/e2e in a real browser, against a portal of their own on free ports with fresh data. */
export function journeysStage(tools: Supervisor, folder: string, words: readonly string[]): Stage {
  return { name: "journeys in a browser", run: () => runJourneys(tools, folder, words) };
}

async function runJourneys(tools: Supervisor, folder: string, words: readonly string[]): Promise<Tally> {
  const browser = findBrowser();
  say(`  Browser: ${browser}`);
  const dataDir = join(folder, "portal");
  await startAfresh(dataDir);
  const portal = await journeyPortal(dataDir);
  const logs = openLogs(dataDir);
  // A supervisor of its own, so that a portal that dies is a failed stage and not the end of all others.
  const stack = superviseWith(logs, say);
  tools.adopt({ name: "the portal", exited: new Promise(() => undefined), stop: stack.stop });
  try {
    const addresses = await Promise.race([raiseDemo(portal, stack), stack.failure]);
    stack.settle();
    const report = join(folder, REPORT);
    const keys = join(folder, KEYS);
    for (const file of [report, keys]) rmSync(file, { force: true });
    const command = [packageFile("@playwright/test/cli.js"), "test", "--reporter=list,json", ...words];
    const environment = {
      ...addressesFor(portal, addresses),
      E2E_LOGS: logs.folder,
      E2E_KEYS: keys,
      BROWSER_PATH: browser,
      NODE_OPTIONS: SERVER_ONLY,
    };
    const ok = await runTool(tools, "playwright", command, { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
    return playwrightCounts(report, ok);
  } finally {
    await stack.stop();
  }
}

async function startAfresh(dataDir: string): Promise<void> {
  openDataDir(dataDir);
  await stopLeftoverCluster(dataDir);
  removePlace(dataDir);
  for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true, force: true });
  mkdirSync(join(dataDir, "log"), { mode: 0o700 });
}

async function journeyPortal(dataDir: string): Promise<DemoPortal> {
  const [web = 0, database = 0, simulator = 0, mailbox = 0, smtp = 0] = await freePorts(5);
  const ports = { web, database, simulator, mailbox, smtp };
  return {
    mode: "test",
    pace: JOURNEY_PACE,
    // The most that could be said: the last journey looks whether anything of a key is in it.
    logLevel: "trace",
    providers: "openai,google",
    dataDir,
    ports,
    origin: originOf(web),
    databaseUrl: undefined,
    durable: false,
  };
}

function addressesFor({ origin, ports }: DemoPortal, { owner }: Addresses) {
  return {
    E2E_ORIGIN: origin,
    E2E_DATABASE_URL: owner,
    E2E_MAILBOX_URL: originOf(ports.mailbox),
    E2E_SIMULATOR_URL: originOf(ports.simulator),
  };
}
