import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "#server/database/generated/client";
import { connected } from "../../../scripts/database/connection.ts";
import { migrate } from "../../../scripts/database/migrate.ts";
import { untilListening } from "../../../scripts/processes/health.ts";
import { createVaultKey } from "../../../scripts/vault/keys.ts";
import { addresses } from "./addresses.ts";
import { adminAddress, aWebProgram, DATA_DIR, started } from "./portal.ts";

const PATIENCE_MS = 60_000;

/** A database that no other journey uses, for what would hold up all others. No worker takes its jobs. */
export async function anOwnDatabase() {
  const name = `rozruch_own_${randomBytes(6).toString("hex")}`;
  await connected(adminAddress(), (client) =>
    client.query(`CREATE DATABASE ${name} OWNER ${new URL(addresses.database).username}`),
  );
  const address = Object.assign(new URL(addresses.database), { pathname: `/${name}` }).href;
  await migrate(address, { log: () => undefined });
  await createVaultKey(address, join(DATA_DIR, "vault", `${name}.json`));
  const database = new PrismaClient({ adapter: new PrismaPg({ connectionString: address }) });
  const drop = async () => {
    await database.$disconnect();
    await connected(adminAddress(), (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  };
  return { address, database, drop };
}

/** A web process over such a database, as soon as it listens. */
export async function aWebOver(address: string) {
  const program = await aWebProgram({ database: address });
  const running = started(program);
  await untilListening("The web process", "127.0.0.1", Number(new URL(program.origin).port), PATIENCE_MS);
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    running.child.kill(signal);
    await running.exited;
  };
  return { origin: program.origin, end };
}

/** Holds a table so that whoever comes to write to it waits, until `letGo`. */
export async function held(address: string, table: string) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
  // Unlike pg_stat_activity, this is looked at anew within a transaction.
  const waiting = `SELECT DISTINCT pid FROM pg_locks WHERE NOT granted AND pid IN (
    SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database())`;
  return {
    /** The connections that wait. */
    waiting: async () => (await client.query<{ pid: number }>(waiting)).rows.map(({ pid }) => pid),
    areGone: async (pids: readonly number[]) =>
      (await client.query("SELECT 1 FROM pg_stat_activity WHERE pid = ANY ($1)", [pids])).rowCount === 0,
    letGo: () => client.query("ROLLBACK"),
    end: () => client.end(),
  };
}
