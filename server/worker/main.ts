import "server-only";
import { PgBoss } from "pg-boss";
import { closeDatabase, database } from "../database/client.ts";
import { ownSecrets, SettingsError, workerEnvironment } from "../environment.ts";
import { closeSender } from "../jobs/enqueue.ts";
import { guardOutput } from "../log/guarded-output.ts";
import { log } from "../log/log.ts";
import { assertOpens } from "../vault/canary.ts";
import { followKeyring, KeyringError } from "../vault/keyring.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { workOn } from "./work.ts";

guardOutput(ownSecrets());

const STOP_PATIENCE_MS = 8_000;

async function start(): Promise<() => Promise<void>> {
  const { DATABASE_URL, VAULT_KEYRING_FILE } = workerEnvironment();
  const followed = await followKeyring(VAULT_KEYRING_FILE);
  const { keyring } = followed;
  const stored = await database().vaultKey.findMany({
    where: { state: { not: "destroyed" } },
    select: { id: true, canary: true },
  });
  await assertOpens(keyring, stored);
  const boss = new PgBoss({
    connectionString: DATABASE_URL,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (error) => log.fault("job.failed", error));
  await boss.start();
  const shutdown = new AbortController();
  await workOn(boss, keyring, shutdown.signal);
  const stopHeartbeat = await startHeartbeat(followed);
  log.event("worker.started", { vaultKeys: keyring.size });
  return async () => {
    shutdown.abort();
    await stopHeartbeat();
    await boss.stop({ graceful: true, timeout: STOP_PATIENCE_MS });
    await closeSender();
    await closeDatabase();
    log.event("worker.stopped", {});
  };
}

/** An operator's error ends the process with its own sentence and no stack. */
function refuse(error: unknown): never {
  const isOperators = error instanceof KeyringError || error instanceof SettingsError;
  process.stderr.write(`${isOperators ? error.message : "The worker could not start."}\n`);
  if (!isOperators) log.fault("worker.refused", error);
  process.exit(1);
}

const stop = await start().catch(refuse);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void stop().then(() => process.exit(0), refuse));
}
