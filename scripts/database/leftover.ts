import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainError } from "../plain-error.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";

const STOP_SECONDS = 60;

/** Stops the PostgreSQL that a killed run has left behind on `data`, and says whether there was one. */
export function stopLeftover(binaries: Binaries, account: Account, data: string): boolean {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return false;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const command = commandOf(pid);
  if (!command.includes("postgres") || !command.includes(data)) {
    // The number is of no process, of a dead one that nobody has collected, or of another program. PostgreSQL takes its
    // parent's number for stale, and still sees from the other lines whether somebody is attached to its memory.
    writeFileSync(file, [process.pid, ...lines.slice(1)].join("\n"));
    return false;
  }
  const stop = ["stop", "-D", data, "-m", "fast", "-w", "-t", String(STOP_SECONDS)];
  const { status, stderr } = spawnSync(binaries.pg_ctl, stop, { ...account, cwd: "/", encoding: "utf8" });
  if (status === 0) return true;
  throw new PlainError(
    `A PostgreSQL of an earlier run (process ${pid}) does not stop: ${stderr.trim()}. End it, then start again.`,
  );
}

/** Empty when there is no such process, or when nothing can be learned of it. */
function commandOf(pid: number): string {
  if (existsSync("/proc/self/cmdline")) {
    const file = `/proc/${pid}/cmdline`;
    return existsSync(file) ? readFileSync(file, "utf8").replaceAll("\0", " ") : "";
  }
  return spawnSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}
