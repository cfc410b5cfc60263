import { connected } from "./connection.ts";

/**
 * Takes away from everybody but the owner what PostgreSQL gives to everybody: tables of a session's own, which a
 * function of the owner's could take for the real ones. A right of the database, which neither a copy of it nor a dump
 * brings along.
 */
export async function forbidTemporaryTables(databaseUrl: string): Promise<void> {
  await connected(databaseUrl, (client) => client.query(REVOKE));
}

const REVOKE = `DO $$ BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC, rozruch_web, rozruch_worker', current_database());
END $$`;
