import type pg from "pg";
import { sealCanary } from "#server/vault/canary";
import { suite } from "#server/vault/cipher";
import { connected } from "../database/connection.ts";
import { addToKeyring, idsIn } from "./keyring-file.ts";
import { recordVault } from "./record.ts";
import { inTransaction } from "./transaction.ts";

export async function hasActiveVaultKey(databaseUrl: string): Promise<boolean> {
  return connected(databaseUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM vault_key WHERE state = 'active'");
    return rowCount === 1;
  });
}

/**
 * Makes a vault key: the private half goes into the keyring file (mode 0600), the public half and a canary into the
 * database. The first one is active at once. Gives its id, such as `w-2026-11`.
 */
export async function createVaultKey(databaseUrl: string, keyringFile: string, now = new Date()): Promise<string> {
  const pair = await suite.kem.generateKeyPair();
  const publicKey = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey));
  const privateKey = Buffer.from(await suite.kem.serializePrivateKey(pair.privateKey));
  return connected(databaseUrl, async (client) => {
    const id = await freeId(client, keyringFile, now);
    await addToKeyring(keyringFile, { id, private: privateKey.toString("base64url") });
    privateKey.fill(0);
    const canary = await sealCanary(id, publicKey);
    await inTransaction(client, async () => {
      const { rowCount } = await client.query("SELECT 1 FROM vault_key WHERE state = 'active'");
      const state = rowCount === 0 ? "active" : "created";
      const values = [id, publicKey, canary, state];
      await client.query("INSERT INTO vault_key (id, public_key, canary, state) VALUES ($1, $2, $3, $4)", values);
      await recordVault(client, "vault_key.created", { id, state });
    });
    return id;
  });
}

/** Free in the database and in the file: a run that was killed between the two leaves a key that only the file knows. */
async function freeId(client: pg.Client, file: string, now: Date): Promise<string> {
  const month = `w-${now.toISOString().slice(0, 7)}`;
  const { rows } = await client.query<{ id: string }>("SELECT id FROM vault_key");
  const taken = new Set([...rows.map(({ id }) => id), ...(await idsIn(file))]);
  const candidates = Array.from({ length: taken.size + 1 }, (_, place) =>
    place === 0 ? month : `${month}-${place + 1}`,
  );
  return candidates.find((id) => !taken.has(id)) ?? month;
}
