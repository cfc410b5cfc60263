import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import type pg from "pg";
import { assertOpens } from "#server/vault/canary";
import { readKeyring } from "#server/vault/keyring";
import { connected } from "../database/connection.ts";
import { PlainError } from "../plain-error.ts";
import { progressOf } from "../processes/progress.ts";
import { say } from "../processes/report.ts";
import { removeFromKeyring } from "./keyring-file.ts";
import { createVaultKey } from "./keys.ts";
import { reseal } from "./reseal.ts";
import { countRows } from "./rows.ts";
import { abandon, activate, markDestroyed, retire } from "./states.ts";
import { showStatus } from "./status.ts";
import { verify } from "./verify.ts";

export const USAGE = `npm run vault -- new                  makes a vault key; the first one is active at once
npm run vault -- activate ID          keys are sealed to it from now on; the one before still opens
npm run vault -- reseal --to ID       seals all stored keys to it [--batch 500] [--dry-run]
npm run vault -- verify               opens every stored key, and counts them by vault key
npm run vault -- retire ID            refused while a stored key needs it
npm run vault -- destroy ID [--yes]   deletes the private half for good: no backup older than its retirement opens then
npm run vault -- abandon ID [--yes]   for a lost private half: deletes what it sealed; students are asked for their keys again
npm run vault -- status               lists the vault keys, how many stored keys each holds, and whether the keyring opens them`;

type Call = { readonly owner: string; readonly keyringFile: string; readonly words: readonly string[] };

/** Each says what it did, and gives whether all is well. */
export const COMMANDS: Readonly<Record<string, (call: Call) => Promise<boolean>>> = {
  new: async ({ owner, keyringFile }) => {
    const id = await createVaultKey(owner, keyringFile);
    say(
      `Made the vault key ${id}. Its private half is in ${keyringFile}: keep two copies, neither beside a backup of the database.`,
    );
    return true;
  },
  activate: async ({ owner, words }) => {
    const id = idIn(words);
    const outcome = await connected(owner, (client) => activate(client, id));
    say(
      outcome === "was active"
        ? `${id} is active already.`
        : `${id} is active; web processes seal to it within 30 seconds. Next: npm run vault -- reseal --to ${id}`,
    );
    return true;
  },
  reseal: resealAll,
  verify: verifyAll,
  retire: async ({ owner, words }) => {
    const id = idIn(words);
    await connected(owner, (client) => retire(client, id));
    say(`${id} is retired. Destroy it when the last backup from before today has been thrown away.`);
    return true;
  },
  destroy: async ({ owner, keyringFile, words }) => {
    const id = idIn(words);
    await confirm(words, id, `Without ${id} no backup from before its retirement opens any more, for anybody.`);
    await connected(owner, (client) => markDestroyed(client, id));
    const wasThere = await removeFromKeyring(keyringFile, id);
    say(
      `${id} is destroyed${wasThere ? "" : " (the keyring did not have it)"}. Destroy the other copies of its private half too.`,
    );
    return true;
  },
  abandon: async ({ owner, words }) => {
    const id = idIn(words);
    await confirm(words, id, `All keys that are sealed to ${id} are deleted; their students must paste them again.`);
    const lost = await connected(owner, (client) => abandon(client, id));
    say(
      `${id} is abandoned, and ${lost} stored key(s) with it. Start the portal: whoever is affected is asked for the key again.`,
    );
    return true;
  },
  status: ({ owner, keyringFile }) => showStatus(owner, keyringFile),
};

async function resealAll({ owner, keyringFile, words }: Call): Promise<boolean> {
  const { to, batch, dryRun } = resealWish(words);
  const keyring = await readKeyring(keyringFile);
  return connected(owner, async (client) => {
    await assertHeld(client, keyring, to);
    if (dryRun) {
      say(
        `${await countRows(client, "s.vault_key_id <> $1", [to])} stored key(s) would be sealed to ${to}. Nothing was changed.`,
      );
      return true;
    }
    const { done, unopened, left } = await reseal(client, keyring, { to, batch }, progressOf("Resealed"));
    say(`Sealed ${done} stored key(s) to ${to}; ${left} are left under other vault keys.`);
    if (unopened.length > 0) say(`These did not open and were left as they are:\n${unopened.join("\n")}`);
    return left === 0;
  });
}

function resealWish(words: readonly string[]) {
  const options = {
    to: { type: "string" },
    batch: { type: "string", default: "500" },
    "dry-run": { type: "boolean" },
  } as const;
  const { values } = parsed(() => parseArgs({ args: [...words], options }));
  const batch = Number(values.batch);
  if (!values.to || !Number.isInteger(batch) || batch < 1 || batch > 10_000) throw new PlainError(USAGE);
  return { to: values.to, batch, dryRun: values["dry-run"] ?? false };
}

/** Found before the first row is touched: what would be sealed to it must open again. */
async function assertHeld(
  client: pg.Client,
  keyring: Awaited<ReturnType<typeof readKeyring>>,
  id: string,
): Promise<void> {
  const sql = "SELECT id, canary FROM vault_key WHERE id = $1";
  await assertOpens(keyring, (await client.query<{ id: string; canary: Buffer }>(sql, [id])).rows);
}

async function verifyAll({ owner, keyringFile }: Call): Promise<boolean> {
  const keyring = await readKeyring(keyringFile);
  const { opened, unopened } = await connected(owner, (client) => verify(client, keyring, progressOf("Opened")));
  for (const [id, count] of opened) say(`${id.padEnd(14)} ${String(count).padStart(6)} open`);
  const whole = [...opened.values()].reduce((sum, count) => sum + count, 0);
  say(`${whole} of ${whole + unopened.length} stored keys open.`);
  if (unopened.length > 0) say(`These do not:\n${unopened.join("\n")}`);
  return unopened.length === 0;
}

function idIn(words: readonly string[]): string {
  const [id] = words.filter((word) => !word.startsWith("--"));
  if (!id) throw new PlainError(USAGE);
  return id;
}

function parsed<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

/** What destroys asks first, by its name. */
async function confirm(words: readonly string[], id: string, consequence: string): Promise<void> {
  if (words.includes("--yes")) return;
  say(consequence);
  if (!process.stdin.isTTY) throw new PlainError("Say --yes if that is what you want. Nothing was changed.");
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(`Type ${id} to go on: `);
  asking.close();
  if (answer.trim() !== id) throw new PlainError("Nothing was changed.");
}
