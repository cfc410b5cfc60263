import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** As `npm run seed` does, over a data folder of nothing. */
function seed(mode: string, ...args: string[]) {
  const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];
  const { stderr, status } = spawnSync(process.execPath, [...flags, join(ROOT, "scripts/seed.ts"), ...args], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, APP_MODE: mode, DATA_DIR: join(tmpdir(), `no-portal-${process.pid}`) },
  });
  return { stderr, status };
}

describe("npm run seed", () => {
  test("invents nobody in a production portal", () => {
    const { stderr, status } = seed("production", "--students", "5000");
    expect(status).toBe(1);
    expect(stderr).toContain("This is a production portal.");
  });

  test.each([
    ["--students", "many"],
    ["--students", "20001"],
    ["--people", "5"],
  ])("says how it is asked where it does not understand %s %s", (...words) => {
    const { stderr, status } = seed("demo", ...words);
    expect(status).toBe(1);
    expect(stderr).toContain("npm run seed -- --students 5000");
  });
});
