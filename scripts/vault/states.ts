import type pg from "pg";
import { PlainError } from "../plain-error.ts";
import { recordVault } from "./record.ts";
import { inTransaction } from "./transaction.ts";

export type State = "created" | "active" | "opening" | "retired" | "destroyed";
type VaultKey = { readonly id: string; readonly state: State; readonly seconds: number };

/** A web process knows the active vault key for so long before it asks again. */
const REMEMBERED_S = 30;
const SETTLED_S = 2 * REMEMBERED_S;
const ALIVE_S = 15;

/** The new one seals from now on; the one before opens, and seals no more. Twice changes nothing. */
export async function activate(client: pg.Client, id: string): Promise<"activated" | "was active"> {
  return inTransaction(client, async () => {
    const { state } = await lockKey(client, id);
    if (state === "active") return "was active";
    require(state, [
      "created",
      "opening",
    ], `${id} is ${state}: only a new vault key, or one that still opens, can be activated.`);
    await requireWorkersHold(client, id);
    const { rows } = await client.query<{ id: string }>(
      "UPDATE vault_key SET state = 'opening', state_at = now() WHERE state = 'active' RETURNING id",
    );
    await client.query("UPDATE vault_key SET state = 'active', state_at = now() WHERE id = $1", [id]);
    await recordVault(client, "vault_key.activated", { id, before: rows[0]?.id ?? "none" });
    return "activated";
  });
}

/** Else the keys of the next minute would be sealed to somebody who is not there. */
async function requireWorkersHold(client: pg.Client, id: string): Promise<void> {
  const { rows } = await client.query<{ without: number }>(
    `SELECT count(*)::int AS without FROM worker_heartbeat
     WHERE seen_at > now() - make_interval(secs => $2) AND NOT $1 = ANY (coalesce(vault_keys, '{}'))`,
    [id, ALIVE_S],
  );
  const without = rows[0]?.without ?? 0;
  if (without === 0) return;
  throw new PlainError(
    `${without} running worker(s) cannot open with ${id} yet. Give each of them the keyring file that has it; it is read again every few seconds. Nothing was changed.`,
  );
}

/** Seals and opens no more. Refused while a stored key needs it. */
export async function retire(client: pg.Client, id: string): Promise<void> {
  await inTransaction(client, async () => {
    const { state, seconds } = await lockKey(client, id);
    require(state, [
      "opening",
    ], `${id} is ${state}: a vault key is retired after another has been activated in its place.`);
    if (seconds < SETTLED_S) {
      throw new PlainError(
        `${id} was active until ${Math.round(seconds)} s ago, and somebody may be sealing to it still. Wait a minute.`,
      );
    }
    const held = await heldBy(client, id);
    if (held > 0)
      throw new PlainError(`${id} still seals ${held} stored key(s): reseal them first. Nothing was changed.`);
    await setState(client, id, "retired");
  });
}

/** Marks it; the private half is taken out of the keyring after that. A second time does no harm. */
export async function markDestroyed(client: pg.Client, id: string): Promise<void> {
  await inTransaction(client, async () => {
    const { state } = await lockKey(client, id);
    if (state === "destroyed") return;
    require(state, ["retired"], `${id} is ${state}: only a retired vault key can be destroyed.`);
    await setState(client, id, "destroyed");
  });
}

/** For a vault key whose private half is lost: what it sealed will never open, so its students are asked for their keys again. */
export async function abandon(client: pg.Client, id: string): Promise<number> {
  return inTransaction(client, async () => {
    await lockKey(client, id);
    const { rows } = await client.query<{ credential_id: string }>(
      "DELETE FROM credential_secret WHERE vault_key_id = $1 RETURNING credential_id",
      [id],
    );
    const lost = rows.map(({ credential_id }) => credential_id);
    await client.query(
      `WITH gone AS (UPDATE api_credential SET deleted_at = now(), fingerprint = NULL
                     WHERE id = ANY ($1) AND deleted_at IS NULL RETURNING id, user_id),
            ended AS (UPDATE access_test t SET finished_at = now(), ending = 'cancelled' FROM gone
                      WHERE t.credential_id = gone.id AND t.finished_at IS NULL)
       INSERT INTO audit_event (id, kind, subject_id, facts)
       SELECT gen_random_uuid(), 'credential.expired', user_id, '{"because":"vault_key_lost"}' FROM gone`,
      [lost],
    );
    await client.query("UPDATE vault_key SET state = 'destroyed', state_at = now() WHERE id = $1", [id]);
    await recordVault(client, "vault_key.abandoned", { id, lost: lost.length });
    return lost.length;
  });
}

async function setState(client: pg.Client, id: string, state: "retired" | "destroyed"): Promise<void> {
  await client.query("UPDATE vault_key SET state = $2, state_at = now() WHERE id = $1", [id, state]);
  await recordVault(client, `vault_key.${state}`, { id });
}

/** Held for the transaction, so that nobody seals to it meanwhile. */
async function lockKey(client: pg.Client, id: string): Promise<VaultKey> {
  const { rows } = await client.query<VaultKey>(
    "SELECT id, state::text, extract(epoch FROM now() - state_at)::float AS seconds FROM vault_key WHERE id = $1 FOR UPDATE",
    [id],
  );
  if (!rows[0]) throw new PlainError(`There is no vault key ${id}. \`npm run vault -- status\` lists them.`);
  return rows[0];
}

async function heldBy(client: pg.Client, id: string): Promise<number> {
  const sql = "SELECT count(*)::int AS held FROM credential_secret WHERE vault_key_id = $1";
  return (await client.query<{ held: number }>(sql, [id])).rows[0]?.held ?? 0;
}

function require(state: State, allowed: readonly State[], refusal: string): void {
  if (!allowed.includes(state)) throw new PlainError(`${refusal} Nothing was changed.`);
}
