import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Account } from "../database/account.ts";
import { type Environment, ROOT } from "../setting/operator.ts";
import { type Exit, exitOf, lives } from "./exit.ts";

/** A Node program of ours or of a package. Its environment is exactly `environment`. */
export type Program = {
  name: string;
  arguments: readonly string[];
  environment: Environment;
  /** The operating system's user that it runs as; whoever runs the command where nothing is said. */
  account?: Account;
  /** How long it may take to end before it is killed. */
  graceMs?: number;
};

export type Child = { name: string; exited: Promise<Exit>; stop(): Promise<void> };

const GRACE_MS = 8_000;
const LEASH = new URL("../leash.mjs", import.meta.url).href;
const FLAGS = [
  "--report-exclude-env",
  "--disable-sigusr1",
  "--disable-warning=ExperimentalWarning",
  "--disable-warning=DeprecationWarning",
  "--import",
  LEASH,
];

/** Node cannot set it for itself: a process that crashes leaves no picture of its memory, in which a key may be. */
const WITHOUT_CORE_DUMPS = 'ulimit -c 0; exec "$0" "$@"';

/** In a process group of its own, so that Ctrl-C in the terminal reaches us alone and the order of stopping is ours. */
export function startChild(program: Program, output: number | "inherit"): Child {
  const child = spawn("/bin/sh", ["-c", WITHOUT_CORE_DUMPS, process.execPath, ...FLAGS, ...program.arguments], {
    ...program.account,
    cwd: ROOT,
    env: { ...program.environment, ROZRUCH_LEASH: "1" } as unknown as NodeJS.ProcessEnv,
    detached: true,
    stdio: ["ignore", output, output, "pipe"],
  });
  // The leash, whose other end it holds: what it says there is for nobody.
  child.stdio[3]?.on("error", () => undefined);
  const exited = exitOf(child).then((exit) => {
    // What the program itself had started goes with it.
    signalGroup(child.pid, "SIGKILL");
    return exit;
  });
  return {
    name: program.name,
    exited,
    stop: async () => {
      signalGroup(child.pid, "SIGTERM");
      if (await lives(exited, program.graceMs ?? GRACE_MS)) signalGroup(child.pid, "SIGKILL");
      await exited;
    },
  };
}

/** The path of a program inside a package, for Node to run. */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of that group is left.
  }
}
