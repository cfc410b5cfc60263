import { defineConfig } from "@playwright/test";
import { addresses } from "./tests/e2e/support/addresses.ts";

const isRoot = process.getuid?.() === 0;
const OUTAGE = /outage-.*\.spec\.ts/;
const LAST = /keys-of-all-journeys-.*\.spec\.ts/;
const isCI = Boolean(process.env.CI);

/** `npm run e2e` starts the portal that these journeys visit, and says where it is. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".data/e2e/traces",
  fullyParallel: true,
  workers: 2,
  forbidOnly: isCI,
  retries: isCI ? 2 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // An outage is everybody's: it comes when all other journeys are over. What they have left behind is looked for last.
  projects: [
    { name: "journeys", testIgnore: [OUTAGE, LAST] },
    { name: "outage", testMatch: OUTAGE, dependencies: ["journeys"] },
    { name: "leftovers", testMatch: LAST, dependencies: ["outage"] },
  ],
  use: {
    baseURL: addresses.origin,
    locale: "pl-PL",
    timezoneId: "Europe/Warsaw",
    viewport: { width: 1280, height: 900 },
    trace: isCI ? "on-first-retry" : "off",
    launchOptions: {
      executablePath: addresses.browser,
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Chromium's sandbox refuses to start for root.
        ...(isRoot ? ["--no-sandbox"] : []),
      ],
    },
  },
});
