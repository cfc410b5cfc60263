import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { PlainError, reasonOf } from "../plain-error.ts";
import { connected } from "./connection.ts";

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string };

const FOLDER = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
/** The number that Prisma's own `migrate deploy` locks, so that the two never run at once. */
const LOCK = 72_707_369;
const FORWARD_ONLY =
  "A migration is never edited once it has been applied: restore the file and write the change as a new migration. (Where the data may go, deleting the data folder starts afresh.)";

/** Prisma's own layout, so that `prisma migrate deploy` accepts what was applied here. */
const RECORD_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** Applies what is new, in order, one transaction a file. Gives the names of what it applied. */
export async function applyMigrations(databaseUrl: string, log: (line: string) => void): Promise<string[]> {
  return connected(databaseUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query("SET client_min_messages = warning");
    await client.query(RECORD_TABLE);
    const { rows } = await client.query<Applied>(
      "SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL",
    );
    const migrations = readMigrations();
    requireSameHistory(migrations, rows);
    const done = new Set(rows.map(({ migration_name }) => migration_name));
    const fresh = migrations.filter(({ name }) => !done.has(name));
    for (const migration of fresh) {
      await apply(client, migration);
      log(`Applied migration ${migration.name}`);
    }
    return fresh.map(({ name }) => name);
  });
}

function readMigrations(): Migration[] {
  const names = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, "migration.sql")));
  return names.sort().map((name) => {
    const sql = readFileSync(join(FOLDER, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

function requireSameHistory(migrations: readonly Migration[], applied: readonly Applied[]): void {
  for (const { migration_name: name, checksum } of applied) {
    const file = migrations.find((migration) => migration.name === name);
    if (!file) {
      throw new PlainError(
        `The database has the migration ${name}, which this version does not know: the database is newer than the program. Start the version that made it.`,
      );
    }
    if (file.checksum !== checksum) {
      throw new PlainError(`prisma/migrations/${name}/migration.sql has changed since it was applied. ${FORWARD_ONLY}`);
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new PlainError(`The migration ${name} failed and was rolled back; nothing of it remains: ${reasonOf(error)}`);
  }
}
