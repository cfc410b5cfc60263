import { applyMigrations } from "./migrations.ts";
import { installQueues } from "./queues.ts";
import { forbidTemporaryTables } from "./temporary-tables.ts";

/** Brings the database of `databaseUrl` (its owner's address) up to date. The two roles must be there already. */
export async function migrate(databaseUrl: string, { log }: { log: (line: string) => void }): Promise<void> {
  const applied = await applyMigrations(databaseUrl, log);
  await installQueues(databaseUrl);
  await forbidTemporaryTables(databaseUrl);
  log(applied.length === 0 ? "The database is up to date" : `The database is up to date (${applied.length} new)`);
}
