import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainError } from "../plain-error.ts";

/** How the run before ended: `killed` means that its processes may still be ending. */
export type Before = "stopped" | "killed";

/** One run at a time over our own database; runs over somebody else's have a mark for each command. */
function markOf(dataDir: string, command: string, databasePort: number | undefined): string {
  return join(dataDir, databasePort === undefined ? `running-${command}` : "running");
}

/** Two runs over one data folder would stop each other's database. */
export function markRunning(dataDir: string, command: string, databasePort: number | undefined): Before {
  const file = markOf(dataDir, command, databasePort);
  const owner = ownerOf(file);
  if (owner) {
    throw new PlainError(
      `'npm run ${owner.command}' (process ${owner.pid}) is running over ${dataDir}. Stop it first, or choose another folder with DATA_DIR and other ports.`,
    );
  }
  const before = existsSync(file) ? "killed" : "stopped";
  writeFileSync(file, `${process.pid} ${command} ${databasePort ?? 0}\n`);
  return before;
}

export function unmarkRunning(dataDir: string, command: string, databasePort: number | undefined): void {
  rmSync(markOf(dataDir, command, databasePort), { force: true });
}

export type Running = { pid: number; command: string; databasePort: number };

/** The command that our own database is running for. */
export function runningCommand(dataDir: string): Running | undefined {
  return ownerOf(join(dataDir, "running"));
}

function ownerOf(file: string): Running | undefined {
  if (!existsSync(file)) return undefined;
  const [number, command = "", port] = readFileSync(file, "utf8").trim().split(" ");
  const pid = Number(number);
  return pid !== process.pid && isOurs(pid) ? { pid, command, databasePort: Number(port) } : undefined;
}

/** A number in an old file may belong to any process by now; where the system tells, only one of our scripts counts. */
function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, "utf8").includes("scripts/") : true;
}
