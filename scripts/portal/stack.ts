import { stopLeftoverCluster } from "../database/cluster.ts";
import { untilAskedToEnd } from "../processes/ending.ts";
import { openLogs } from "../processes/logs.ts";
import { requirePorts, type WantedPort } from "../processes/ports.ts";
import { say } from "../processes/report.ts";
import { markRunning, unmarkRunning } from "../processes/running-mark.ts";
import { type Supervisor, superviseWith } from "../processes/supervisor.ts";
import { openDataDir } from "../setting/secrets.ts";

export type Stack = {
  command: string;
  dataDir: string;
  /** Of the embedded PostgreSQL; left out where somebody else's is used. */
  databasePort?: number;
  ports: readonly WantedPort[];
  /** Starts everything and gives the exit code when there is nothing more to do. */
  work(supervisor: Supervisor): Promise<number>;
};

/** The processes of a run that was killed end by themselves within this time. */
const LEASH_MS = 8_000;

/** Runs `work` until it is done, somebody asks us to end, or something dies; then stops everything in order. */
export async function runStack(stack: Stack): Promise<number> {
  const asked = untilAskedToEnd();
  openDataDir(stack.dataDir);
  const before = markRunning(stack.dataDir, stack.command, stack.databasePort);
  const supervisor = superviseWith(openLogs(stack.dataDir), say);
  try {
    if (stack.databasePort !== undefined && (await stopLeftoverCluster(stack.dataDir))) {
      say("  Stopped the PostgreSQL that a killed run had left behind");
    }
    await requirePorts(stack.ports, before === "killed" ? LEASH_MS : 0);
    const outcome = await Promise.race([stack.work(supervisor), supervisor.failure, asked]);
    if (outcome !== "asked") return outcome;
    say("\nStopping …");
    // Work that was cut short, such as a migration, fails late and must not end us before everything is stopped.
    for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, () => undefined);
    const wasUp = supervisor.isSettled();
    await supervisor.stop();
    say(`Everything is stopped; the data stay in ${stack.dataDir}`);
    return wasUp ? 0 : 130;
  } finally {
    await supervisor.stop();
    unmarkRunning(stack.dataDir, stack.command, stack.databasePort);
  }
}

/** For stacks that run until they are asked to end. */
export const forever = (): Promise<never> => new Promise(() => undefined);
