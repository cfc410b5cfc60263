import "server-only";
import { fromPrisma, type JobOptions, PgBoss } from "pg-boss";
import type { Transaction } from "../database/client.ts";
import { pool } from "../database/pool.ts";
import { requestNow } from "../log/asked-by.ts";
import { log } from "../log/log.ts";
import { FOR_EVERYBODY, type JobData, type QueueName } from "./queues.ts";

const kept = globalThis as { rozruchSender?: Promise<PgBoss> };

/** Only sends: it neither migrates, supervises nor works. */
async function startSender(): Promise<PgBoss> {
  const db = { executeSql: (text: string, values?: unknown[]) => pool().query(text, values) };
  const boss = new PgBoss({ db, migrate: false, createSchema: false, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
  return boss;
}

function sender(): Promise<PgBoss> {
  kept.rozruchSender ??= startSender().catch((error: unknown) => {
    delete kept.rozruchSender;
    throw error;
  });
  return kept.rozruchSender;
}

/** Writes the job in the caller's transaction: either both are there or neither. It carries the id of the request behind it. */
export async function enqueue<Name extends QueueName>(
  tx: Transaction,
  name: Name,
  data: JobData[Name],
  options: JobOptions = {},
): Promise<void> {
  const boss = await sender();
  const fromRequest = FOR_EVERYBODY.has(name) ? undefined : await requestNow();
  await boss.send(name, { ...data, ...(fromRequest && { fromRequest }) }, { ...options, db: fromPrisma(tx) });
  if (fromRequest) log.event("job.asked", { queue: name, requestId: fromRequest });
}

export async function closeSender(): Promise<void> {
  const boss = await kept.rozruchSender?.catch(() => null);
  await boss?.stop({ graceful: false });
  delete kept.rozruchSender;
}
