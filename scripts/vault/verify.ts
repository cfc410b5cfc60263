import type pg from "pg";
import type { Keyring } from "#server/vault/keyring";
import type { Progress } from "../processes/progress.ts";
import { batches, countRows, openRow, type Row } from "./rows.ts";

/** How many rows of each vault key open, and which rows do not. */
export type Verification = { readonly opened: ReadonlyMap<string, number>; readonly unopened: readonly string[] };

const BATCH = 500;

/** Opens every stored key, a batch at a time, and forgets it at once. */
export async function verify(client: pg.Client, keyring: Keyring, progress: Progress): Promise<Verification> {
  const opened = new Map<string, number>();
  const unopened: string[] = [];
  progress.start(await countRows(client));
  for await (const rows of batches(client, BATCH)) {
    for (const row of rows) {
      if (await opens(row, keyring)) opened.set(row.vaultKeyId, (opened.get(row.vaultKeyId) ?? 0) + 1);
      else unopened.push(row.credentialId);
    }
    progress.add(rows.length);
  }
  progress.end();
  return { opened, unopened };
}

async function opens(row: Row, keyring: Keyring): Promise<boolean> {
  const secret = await openRow(row, keyring);
  secret?.wipe();
  return secret !== null;
}
