import { parseArgs } from "node:util";
import type pg from "pg";
import { v7 as uuid } from "uuid";
import { isRole, ROLES, type Role } from "#domain/roster/role";
import { readAddress } from "#domain/sign-in/address";
import { connected } from "./database/connection.ts";
import { PlainError } from "./plain-error.ts";
import { withOwnDatabase } from "./portal/own-database.ts";
import { runCommand, say } from "./processes/report.ts";

const USAGE = `npm run invite -- --cohort jesien-2026 [--name "Jesień 2026"] [--role student|assistant|instructor] [--owner] ADDRESS[=Name] …

Puts people on the roster of a cohort, which is made when it is not there. Who is on it can sign in by mail.
Nobody is removed, and saying it twice changes nothing. With --owner they also own the portal: they see and manage every cohort.`;

type Invitation = { readonly email: string; readonly name: string };
type Wish = {
  readonly slug: string;
  readonly cohort: string;
  readonly role: Role;
  readonly isOwner: boolean;
  readonly people: readonly Invitation[];
};

function readWish(): Wish {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cohort: { type: "string" },
      name: { type: "string" },
      role: { type: "string" },
      owner: { type: "boolean", default: false },
    },
  });
  const { cohort: slug, owner: isOwner } = values;
  const role = values.role ?? (isOwner ? "instructor" : "student");
  if (!slug || !/^[a-z0-9-]{1,60}$/.test(slug) || slug.startsWith("demo-") || positionals.length === 0)
    throw new PlainError(USAGE);
  if (!isRole(role)) throw new PlainError(`--role is ${ROLES.join(", ")}, not ${role}.`);
  const people = positionals.map(invitationOf);
  return { slug, cohort: values.name ?? slug, role, isOwner, people };
}

/** Checked before anything is written, so that one bad address costs nothing. */
function invitationOf(text: string): Invitation {
  const [address = "", name] = text.split("=", 2);
  const email = readAddress(address);
  if (!email) throw new PlainError(`'${address}' is not an e-mail address. Nobody was invited.`);
  return { email, name: name?.trim() || (email.split("@")[0] ?? email) };
}

async function invite(client: pg.Client, { slug, cohort, role, isOwner, people }: Wish): Promise<number> {
  await client.query("BEGIN");
  await client.query("INSERT INTO cohort (id, slug, name) VALUES ($1, $2, $3) ON CONFLICT (slug) DO NOTHING", [
    uuid(),
    slug,
    cohort,
  ]);
  let added = 0;
  for (const { email, name } of people) {
    await client.query("INSERT INTO app_user (id, email, name) VALUES ($1, $2, $3) ON CONFLICT (email) DO NOTHING", [
      uuid(),
      email,
      name,
    ]);
    const { rowCount } = await client.query(
      `INSERT INTO enrolment (cohort_id, user_id, role)
       SELECT c.id, u.id, $3::role FROM cohort c, app_user u WHERE c.slug = $1 AND u.email = $2
       ON CONFLICT (cohort_id, user_id) DO NOTHING`,
      [slug, email, role],
    );
    added += rowCount ?? 0;
    // Also of somebody who was there already.
    if (isOwner) await client.query("UPDATE app_user SET is_owner = true WHERE email = $1", [email]);
  }
  await client.query("COMMIT");
  return added;
}

await runCommand(async () => {
  const wish = readWish();
  return withOwnDatabase("invite", async (owner) => {
    const added = await connected(owner, (client) => invite(client, wish));
    say(`${added} of ${wish.people.length} are new on the roster of ${wish.slug}; the others were there already.`);
  });
});
