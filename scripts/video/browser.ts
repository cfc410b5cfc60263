import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";
import { PlainError } from "../plain-error.ts";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Opens Playwright's own browser where it has been installed, and a browser of the system otherwise. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = [chromium.executablePath(), ...COMMANDS.map(placeOf), ...APPLICATIONS].find(
    (path) => path !== "" && existsSync(path),
  );
  if (executablePath) return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  throw new PlainError(
    "No Chromium or Chrome was found, which draws the slides. Install one: 'sudo apt-get install chromium' on Debian, " +
      "'brew install --cask chromium' on a Mac, or 'npx playwright install chromium' anywhere.",
  );
}

function placeOf(command: string): string {
  const { stdout } = spawnSync("sh", ["-c", `command -v ${command}`], { encoding: "utf8" });
  return stdout?.trim() ?? "";
}
