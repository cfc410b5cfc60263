import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import pg from "pg";
import { v7 as uuid } from "uuid";
import { sealCanary } from "#server/vault/canary";
import { suite } from "#server/vault/cipher";

type KeyringFile = { keys: { id: string; private: string }[] };

export async function hasActiveVaultKey(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
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
  return withClient(databaseUrl, async (client) => {
    const id = await freeId(client, keyringFile, now);
    await addToKeyring(keyringFile, { id, private: privateKey.toString("base64url") });
    privateKey.fill(0);
    await client.query("BEGIN");
    const { rowCount } = await client.query("SELECT 1 FROM vault_key WHERE state = 'active'");
    const state = rowCount === 0 ? "active" : "created";
    const canary = await sealCanary(id, publicKey);
    await client.query("INSERT INTO vault_key (id, public_key, canary, state) VALUES ($1, $2, $3, $4)", [
      id,
      publicKey,
      canary,
      state,
    ]);
    await client.query("INSERT INTO audit_event (id, kind, facts) VALUES ($1, 'vault_key.created', $2)", [
      uuid(),
      { id, state },
    ]);
    await client.query("COMMIT");
    return id;
  });
}

/** Free in the database and in the file: a run that was killed between the two leaves a key that only the file knows. */
async function freeId(client: pg.Client, file: string, now: Date): Promise<string> {
  const month = `w-${now.toISOString().slice(0, 7)}`;
  const { rows } = await client.query<{ id: string }>("SELECT id FROM vault_key");
  const taken = new Set([...rows, ...(await readFileOf(file)).keys].map(({ id }) => id));
  const candidates = Array.from({ length: taken.size + 1 }, (_, place) =>
    place === 0 ? month : `${month}-${place + 1}`,
  );
  return candidates.find((id) => !taken.has(id)) ?? month;
}

async function readFileOf(file: string): Promise<KeyringFile> {
  const present = await readFile(file, "utf8").catch(() => '{"keys":[]}');
  return JSON.parse(present) as KeyringFile;
}

async function addToKeyring(file: string, key: KeyringFile["keys"][number]): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const { keys } = await readFileOf(file);
  // Written whole beside the old one and then renamed, so that a crash leaves one of the two and never a half.
  const next = `${file}.next`;
  await writeFile(next, `${JSON.stringify({ keys: [...keys, key] }, null, 2)}\n`, { mode: 0o600 });
  await chmod(next, 0o600);
  await rename(next, file);
}

async function withClient<Result>(databaseUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
