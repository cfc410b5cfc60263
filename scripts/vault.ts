import { resolve } from "node:path";
import { assertOpens } from "#server/vault/canary";
import { KeyringError, readKeyring } from "#server/vault/keyring";
import { connected } from "./database/connection.ts";
import { PlainError } from "./plain-error.ts";
import { withOwnDatabase } from "./portal/own-database.ts";
import { runCommand, say } from "./processes/report.ts";
import { dataDir, ROOT, setting } from "./setting/operator.ts";
import { createVaultKey } from "./vault/keys.ts";

const USAGE = `npm run vault -- new      makes a vault key; the first one is active at once
npm run vault -- status   lists the vault keys, how many stored keys each holds, and whether the keyring opens them`;

/** Where the private halves are: the operator's file, else the demo's. */
const keyringFile = (): string => resolve(ROOT, setting("VAULT_KEYRING_FILE") ?? `${dataDir()}/vault/keyring.json`);

async function makeKey(owner: string): Promise<void> {
  const id = await createVaultKey(owner, keyringFile());
  say(
    `Made the vault key ${id}. Its private half is in ${keyringFile()}: keep two copies, neither beside a backup of the database.`,
  );
}

type Row = { id: string; state: string; canary: Buffer; held: number };

async function showStatus(owner: string): Promise<void> {
  const rows = await connected(owner, async (client) => {
    const sql = `SELECT k.id, k.state::text, k.canary, count(s.credential_id)::int AS held
                 FROM vault_key k LEFT JOIN credential_secret s ON s.vault_key_id = k.id GROUP BY k.id ORDER BY k.created_at`;
    return (await client.query<Row>(sql)).rows;
  });
  if (rows.length === 0) throw new PlainError("There is no vault key yet; `npm run vault -- new` makes one.");
  const keyring = await readKeyring(keyringFile());
  for (const row of rows) {
    const opens = await assertOpens(keyring, [row]).then(
      () => "opens",
      () => "DOES NOT OPEN",
    );
    say(`${row.id.padEnd(14)} ${row.state.padEnd(10)} ${String(row.held).padStart(6)} stored  ${opens}`);
  }
  await assertOpens(keyring, rows);
}

const COMMANDS: Readonly<Record<string, (owner: string) => Promise<void>>> = { new: makeKey, status: showStatus };

await runCommand(async () => {
  const command = COMMANDS[process.argv[2] ?? ""];
  if (!command) throw new PlainError(USAGE);
  return withOwnDatabase("vault", command).catch((error: unknown) => {
    throw error instanceof KeyringError ? new PlainError(error.message) : error;
  });
});
