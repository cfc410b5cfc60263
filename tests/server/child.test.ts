import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { startChild } from "../../scripts/processes/child.ts";

/** A program as the portal starts web and worker, with what it has written so far. */
function started(code: string) {
  const file = join(mkdtempSync(join(tmpdir(), "child-")), "output");
  const output = openSync(file, "a");
  const child = startChild({ name: "probe", arguments: ["-e", code], environment: {}, graceMs: 2_000 }, output);
  closeSync(output);
  return { child, written: () => readFileSync(file, "utf8") };
}

const SAYS = `console.log(JSON.stringify({
  pid: process.pid, channel: process.connected ?? null, leash: process.env.ROZRUCH_LEASH ?? null, words: process.argv.slice(1) }));`;

const CHILD = new URL("../../scripts/processes/child.ts", import.meta.url).href;
const WALLS = new URL("../../scripts/walls.mjs", import.meta.url).href;
const startsOne = (flags: string[]) => `
  const { startChild } = await import(${JSON.stringify(CHILD)});
  startChild({ name: "probe", arguments: [...${JSON.stringify(flags)}, "-e", "console.log(process.pid); setInterval(() => {}, 1e3)"], environment: {} }, 1);`;

/** Where a limit of nought is all that this machine allows, nothing could be seen. */
const allowed = spawnSync("/bin/sh", ["-c", "ulimit -H -c"], { encoding: "utf8" }).stdout.trim();

describe("a program that the portal starts", () => {
  test.skipIf(process.platform !== "linux" || allowed === "0")(
    "leaves no core dump, and cannot allow itself one",
    async () => {
      const { child, written } = started(
        `process.stdout.write(require("fs").readFileSync("/proc/self/limits", "utf8"))`,
      );
      expect(await child.exited).toMatchObject({ ok: true });
      expect(written()).toMatch(/^Max core file size\s+0\s+0\s/m);
    },
  );

  test("has its own words, nothing of the shell's, and no channel to whoever started it", async () => {
    const { child, written } = started(SAYS);
    expect(await child.exited).toMatchObject({ ok: true, words: "ended with code 0" });
    expect(JSON.parse(written())).toMatchObject({ channel: null, leash: null, words: [] });
  });

  test("misleads nobody by what it writes to its leash", async () => {
    const { child } = started(
      `require("fs").writeSync(3, "this is no JSON\\n"); setTimeout(() => process.exit(7), 500);`,
    );
    expect(await child.exited).toMatchObject({ words: "ended with code 7" });
  });

  test.each([
    ["", []],
    [", also behind the walls of the web process", ["--import", WALLS]],
  ])("ends when whoever started it is killed%s", async (_, flags) => {
    const words = ["--conditions=react-server", "--input-type=module", "-e", startsOne(flags)];
    const starter = spawn(process.execPath, words);
    const [line] = (await once(starter.stdout, "data")) as [Buffer];
    const own = Number(line.toString());
    expect(process.kill(own, 0)).toBe(true);
    starter.kill("SIGKILL");
    await vi.waitFor(() => expect(() => process.kill(own, 0)).toThrow("ESRCH"), 15_000);
  });

  test("ends with its own code, and at a signal with all that it has started", async () => {
    expect(await started(`process.exit(7)`).child.exited).toMatchObject({ words: "ended with code 7" });
    const { child, written } = started(
      `const { spawn } = require("child_process"); const own = spawn(process.execPath, ["-e", "setInterval(() => {}, 1e3)"]);
       console.log(own.pid); setInterval(() => {}, 1e3);`,
    );
    await vi.waitFor(() => expect(written()).toMatch(/^\d+\n/), 5_000);
    const own = Number(written());
    await child.stop();
    await vi.waitFor(() => expect(() => process.kill(own, 0)).toThrow("ESRCH"), 5_000);
  });
});
