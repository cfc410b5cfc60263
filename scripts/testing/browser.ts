import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { PlainError } from "../plain-error.ts";
import { packageFile } from "../processes/child.ts";
import { say } from "../processes/report.ts";
import { isRoot, setting, toolEnvironment } from "../setting/operator.ts";

/** The one without windows first: the journeys take half of the time in it. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
];
const MAC = ["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/** A browser of the system, else the one that Playwright installs, else Debian's package. */
export function findBrowser(): string {
  const found = named() ?? systemBrowser() ?? playwrightBrowser() ?? debianBrowser();
  if (found) return found;
  throw new PlainError(
    "No browser for the journeys: there is no Chromium or Chrome, Playwright could install none, and neither could apt-get (which needs root). Install chromium, or name one with BROWSER_PATH.",
  );
}

function named(): string | undefined {
  const path = setting("BROWSER_PATH");
  if (path && !works(path)) throw new PlainError(`BROWSER_PATH=${path} does not start.`);
  return path;
}

function systemBrowser(): string | undefined {
  const folders = (setting("PATH") ?? "").split(":");
  const candidates = NAMES.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
  return [...candidates, ...MAC].find((path) => existsSync(path) && works(path));
}

function playwrightBrowser(): string | undefined {
  const path = chromium.executablePath();
  if (existsSync(path) && works(path)) return path;
  say("  No browser on this system; asking Playwright to install one");
  run(process.execPath, [packageFile("@playwright/test/cli.js"), "install", "chromium"]);
  return existsSync(path) && works(path) ? path : undefined;
}

function debianBrowser(): string | undefined {
  if (!isRoot() || !existsSync("/usr/bin/apt-get")) return undefined;
  run("apt-get", ["update", "-qq"]);
  for (const name of ["chromium-headless-shell", "chromium"]) {
    say(`  Installing Debian's ${name}`);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name]);
    const path = systemBrowser();
    if (path) return path;
  }
  return undefined;
}

/** A browser whose system libraries are missing is there and does not start. */
function works(path: string): boolean {
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

function run(command: string, args: string[]): void {
  const env = { ...toolEnvironment(), DEBIAN_FRONTEND: "noninteractive" } as unknown as NodeJS.ProcessEnv;
  spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], env });
}
