import type pg from "pg";
import { isSqlError } from "../database/connection.ts";
import { PlainError } from "../plain-error.ts";

const LOCK_NOT_AVAILABLE = "55P03";

/** Gives every event that waits its place first. Unlike who writes one, it waits for the chain, and says that it is kept. */
export async function placeWaiting(client: pg.Client): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("SET LOCAL lock_timeout = '10s'");
    await client.query("SELECT 1 FROM audit_chain FOR UPDATE");
    await client.query("SELECT place_audit_events()");
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    if (isSqlError(error, LOCK_NOT_AVAILABLE)) throw new PlainError(KEPT);
    throw error;
  }
}

const KEPT =
  "A transaction keeps the audit chain to itself, so that no event gets its place. docs/operations.md says how to find and end it ('Somebody keeps a lock').";
