import type pg from "pg";
import { v7 as uuid } from "uuid";
import { readAddress } from "#domain/sign-in/address";
import { connected } from "./database/connection.ts";
import { PlainError } from "./plain-error.ts";
import { withOwnDatabase } from "./portal/own-database.ts";
import { runCommand, say } from "./processes/report.ts";

const USAGE = `npm run second-factor -- forget ADDRESS --yes

Takes the app, the recovery codes and the passkeys of somebody who has lost them, and signs them out everywhere. At the
next sign-in by mail they set up an app anew. Make sure first, by another way than mail, that it is them who ask.`;

/** Gives how many ways of showing a second factor the person had; null where nobody has that address. */
async function forget(client: pg.Client, email: string): Promise<number | null> {
  await client.query("BEGIN");
  const { rows } = await client.query<{ id: string }>("SELECT id FROM app_user WHERE email = $1 FOR UPDATE", [email]);
  const [person] = rows;
  if (!person) return null;
  let ways = 0;
  for (const table of ["second_factor", "passkey"])
    ways += (await client.query(`DELETE FROM ${table} WHERE user_id = $1`, [person.id])).rowCount ?? 0;
  for (const table of ["recovery_code", "session"])
    await client.query(`DELETE FROM ${table} WHERE user_id = $1`, [person.id]);
  await client.query(
    "INSERT INTO audit_event (id, kind, subject_id, facts) VALUES ($1, 'login.second_factor_removed', $2, $3)",
    [uuid(), person.id, JSON.stringify({ by: "operator", ways })],
  );
  await client.query("COMMIT");
  return ways;
}

await runCommand(async () => {
  const [verb, address = "", ...rest] = process.argv.slice(2);
  if (verb !== "forget" || rest.join(" ") !== "--yes") throw new PlainError(USAGE);
  const email = readAddress(address);
  if (!email) throw new PlainError(`'${address}' is not an e-mail address. Nothing was changed.`);
  return withOwnDatabase("second-factor", async (owner) => {
    const ways = await connected(owner, (client) => forget(client, email));
    if (ways === null) throw new PlainError(`Nobody has the address ${email}. Nothing was changed.`);
    say(
      `${email} has no second factor any more (apps and passkeys taken: ${ways}), no recovery codes and no sessions.`,
    );
  });
});
