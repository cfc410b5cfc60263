import { assertOpens } from "#server/vault/canary";
import { readKeyring } from "#server/vault/keyring";
import { connected } from "../database/connection.ts";
import { PlainError } from "../plain-error.ts";
import { say } from "../processes/report.ts";

type Row = { id: string; state: string; canary: Buffer; held: number };

/** Every vault key with its state, what it holds and whether the keyring opens it. One that is destroyed opens nothing, and should not. */
export async function showStatus(owner: string, keyringFile: string): Promise<boolean> {
  const rows = await connected(owner, async (client) => {
    const sql = `SELECT k.id, k.state::text, k.canary, count(s.credential_id)::int AS held
                 FROM vault_key k LEFT JOIN credential_secret s ON s.vault_key_id = k.id GROUP BY k.id ORDER BY k.created_at`;
    return (await client.query<Row>(sql)).rows;
  });
  if (rows.length === 0) throw new PlainError("There is no vault key yet; `npm run vault -- new` makes one.");
  const keyring = await readKeyring(keyringFile);
  let isWell = true;
  for (const row of rows) {
    const opens = await assertOpens(keyring, [row]).then(
      () => true,
      () => false,
    );
    const isGone = row.state === "destroyed" && row.held === 0;
    isWell &&= opens || isGone;
    const words = opens ? "opens" : isGone ? "gone" : "DOES NOT OPEN";
    say(`${row.id.padEnd(14)} ${row.state.padEnd(10)} ${String(row.held).padStart(6)} stored  ${words}`);
  }
  return isWell;
}
