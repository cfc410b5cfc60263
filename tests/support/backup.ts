import { randomBytes } from "node:crypto";
import type pg from "pg";
import { inject } from "vitest";
import { connected } from "../../scripts/database/connection.ts";
import { migrate } from "../../scripts/database/migrate.ts";

/** Every row of every table of ours, as text. npm brings no `pg_dump`, and this holds what its file would. */
export type Backup = ReadonlyMap<string, string>;

const TABLES =
  "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'";

async function tablesOf(client: pg.Client): Promise<string[]> {
  return (await client.query<{ name: string }>(TABLES)).rows.map(({ name }) => name);
}

export function backUp(owner: string): Promise<Backup> {
  return connected(owner, async (client) => {
    const backup = new Map<string, string>();
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    for (const name of await tablesOf(client)) {
      const sql = `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM ${client.escapeIdentifier(name)} t`;
      backup.set(name, (await client.query<{ rows: string }>(sql)).rows[0]?.rows ?? "[]");
    }
    await client.query("COMMIT");
    return backup;
  });
}

/** A new database with these rows and no others; gives its owner's address. */
export async function restore(owner: string, backup: Backup): Promise<string> {
  const name = `rozruch_restored_${randomBytes(6).toString("hex")}`;
  const { admin } = inject("cluster");
  await connected(admin, (client) => client.query(`CREATE DATABASE ${name} OWNER ${new URL(owner).username}`));
  const there = (address: string) => Object.assign(new URL(address), { pathname: `/${name}` }).href;
  await migrate(there(owner), { log: () => undefined });
  await connected(there(admin), (client) => fill(client, backup));
  return there(owner);
}

/** As `pg_restore` does it: rows first, and no trigger or foreign key looks at them. */
async function fill(client: pg.Client, backup: Backup): Promise<void> {
  await client.query("SET session_replication_role = replica");
  for (const [table, rows] of backup) {
    const name = client.escapeIdentifier(table);
    await client.query(`DELETE FROM ${name}`);
    await client.query(`INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1)`, [rows]);
  }
}

export const drop = (restored: string): Promise<unknown> =>
  connected(inject("cluster").admin, (client) =>
    client.query(`DROP DATABASE ${new URL(restored).pathname.slice(1)} WITH (FORCE)`),
  );
