import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import type { Keyring } from "#server/vault/keyring";
import { type SealingKey, sealKey } from "#server/vault/seal";
import { PlainError } from "../plain-error.ts";
import type { Progress } from "../processes/progress.ts";
import { recordVault } from "./record.ts";
import { countRows, openRow, type Row, SEALED_ROWS } from "./rows.ts";
import { inTransaction } from "./transaction.ts";

export type Wish = { readonly to: string; readonly batch: number };
export type Resealed = { readonly done: number; readonly unopened: readonly string[]; readonly left: number };

/**
 * Opens what is sealed to another vault key and seals it to `to`, a batch and a transaction at a time. It can be killed
 * and run again, and run twice at once: rows that somebody else holds are passed over and looked at again. A key that
 * its student replaces meanwhile is already sealed to the new one.
 */
export async function reseal(
  client: pg.Client,
  keyring: Keyring,
  { to, batch }: Wish,
  progress: Progress,
): Promise<Resealed> {
  const target = await sealingKeyOf(client, to);
  const unopened = new Set<string>();
  progress.start(await countRows(client, "s.vault_key_id <> $1", [to]));
  let done = 0;
  for (;;) {
    const resealed = await inTransaction(client, () => resealBatch(client, keyring, { target, batch, unopened }));
    if (resealed === null && (await isOver(client, to, unopened))) break;
    done += resealed ?? 0;
    progress.add(resealed ?? 0);
  }
  progress.end();
  return { done, unopened: [...unopened], left: await countRows(client, "s.vault_key_id <> $1", [to]) };
}

const LOOKS = 40;
const LOOK_MS = 250;

/** What is left may be in somebody else's hands for a moment: a student who saves, or a second run of this. */
async function isOver(client: pg.Client, to: string, unopened: ReadonlySet<string>): Promise<boolean> {
  const free = "s.vault_key_id <> $1 AND NOT s.credential_id = ANY ($2)";
  for (let look = 0; look < LOOKS; look++) {
    if ((await countRows(client, free, [to, [...unopened]])) === 0) return true;
    await pause(LOOK_MS);
    const sql = `SELECT 1 FROM credential_secret s WHERE ${free} LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if ((await client.query(sql, [to, [...unopened]])).rowCount !== 0) return false;
  }
  return true;
}

type Batch = { readonly target: SealingKey; readonly batch: number; readonly unopened: Set<string> };

/** How many; null when there are none that can be had. */
async function resealBatch(
  client: pg.Client,
  keyring: Keyring,
  { target, batch, unopened }: Batch,
): Promise<number | null> {
  const { rows } = await client.query<Row>(
    `${SEALED_ROWS} WHERE s.vault_key_id <> $1 AND NOT s.credential_id = ANY ($3)
     ORDER BY s.credential_id LIMIT $2 FOR UPDATE OF s SKIP LOCKED`,
    [target.id, batch, [...unopened]],
  );
  if (rows.length === 0) return null;
  const sealed: Sealed[] = [];
  for (const row of rows) {
    const next = await sealedAnew(row, keyring, target);
    if (next) sealed.push({ id: row.credentialId, version: row.version, ...next });
    else unopened.add(row.credentialId);
  }
  await write(client, target.id, sealed);
  if (sealed.length > 0) await recordVault(client, "vault_key.resealed", { to: target.id, count: sealed.length });
  return sealed.length;
}

async function sealedAnew(row: Row, keyring: Keyring, target: SealingKey) {
  const secret = await openRow(row, keyring);
  if (!secret) return null;
  try {
    const { credentialId, version, userId = "", provider = "" } = row;
    const owner = { provider: provider ?? "", userId: userId ?? "", credentialId, version };
    return await secret.use((key) => sealKey(key, owner, target));
  } finally {
    secret.wipe();
  }
}

type Sealed = { readonly id: string; readonly version: number; readonly format: number; readonly bytes: Buffer };

/** The rows are held; that a version still fits is a second net under that. */
async function write(client: pg.Client, to: string, sealed: readonly Sealed[]): Promise<void> {
  const column = <Name extends keyof Sealed>(name: Name) => sealed.map((row) => row[name]);
  await client.query(
    `UPDATE credential_secret s SET vault_key_id = $1, format = n.format, sealed = n.bytes, sealed_at = now()
     FROM unnest($2::uuid[], $3::int[], $4::smallint[], $5::bytea[]) AS n (id, version, format, bytes)
     WHERE s.credential_id = n.id AND s.version = n.version`,
    [to, column("id"), column("version"), column("format"), column("bytes")],
  );
}

async function sealingKeyOf(client: pg.Client, id: string): Promise<SealingKey> {
  const sql = "SELECT id, public_key, state::text FROM vault_key WHERE id = $1";
  const [found] = (await client.query<{ id: string; public_key: Buffer; state: string }>(sql, [id])).rows;
  if (!found) throw new PlainError(`There is no vault key ${id}. \`npm run vault -- status\` lists them.`);
  if (found.state !== "active")
    throw new PlainError(`${id} is ${found.state}: activate it first. Nothing was changed.`);
  return { id, publicKey: new Uint8Array(found.public_key) };
}
