import pg from "pg";
import { PlainError } from "../plain-error.ts";
import { connected, isSqlError } from "./connection.ts";
import { scramVerifier } from "./scram.ts";

export type RolePasswords = { web: string; worker: string };

const ROLES = { web: "rozruch_web", worker: "rozruch_worker" } as const;
const DUPLICATE = ["42710", "23505"];
const NOT_PERMITTED = "42501";

/** Makes the two roles or gives them these passwords. Done before migrations, which grant to them. */
export async function ensureRoles(databaseUrl: string, passwords: RolePasswords): Promise<void> {
  await connected(databaseUrl, async (client) => {
    for (const part of ["web", "worker"] as const) await ensureRole(client, ROLES[part], passwords[part]);
  });
}

/**
 * On a PostgreSQL that is not ours alone, a role that is there may serve another portal: it is used when our password
 * fits and never changed.
 */
export async function ensureRolesBeside(databaseUrl: string, passwords: RolePasswords): Promise<void> {
  await connected(databaseUrl, async (client) => {
    for (const part of ["web", "worker"] as const) {
      const role = ROLES[part];
      if (!(await roleExists(client, role))) await ensureRole(client, role, passwords[part]);
      else if (!(await opens(roleAddress(databaseUrl, part, passwords)))) throw new PlainError(foreignRole(role));
    }
  });
}

/** For operators who made the roles themselves. */
export async function requireRoles(databaseUrl: string): Promise<void> {
  await connected(databaseUrl, async (client) => {
    for (const role of Object.values(ROLES)) {
      if (!(await roleExists(client, role))) throw new PlainError(`${notPermitted(role)}`);
    }
  });
}

export function roleAddress(databaseUrl: string, part: "web" | "worker", passwords: RolePasswords): string {
  const address = new URL(databaseUrl);
  address.username = ROLES[part];
  address.password = passwords[part];
  return address.href;
}

const ensureRole = (client: pg.Client, role: string, password: string): Promise<void> =>
  setRole(client, role, "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE", password);

/** Makes a role, or gives the one that is there these attributes and this password. */
export async function setRole(client: pg.Client, role: string, attributes: string, password: string): Promise<void> {
  const rights = `${attributes} PASSWORD ${client.escapeLiteral(scramVerifier(password))}`;
  const verb = (await roleExists(client, role)) ? "ALTER" : "CREATE";
  try {
    await client.query(`${verb} ROLE ${role} ${rights}`);
  } catch (error) {
    if (isSqlError(error, NOT_PERMITTED)) throw new PlainError(notPermitted(role));
    // Another process has just made it.
    if (!isSqlError(error, ...DUPLICATE)) throw error;
    await client.query(`ALTER ROLE ${role} ${rights}`);
  }
}

async function roleExists(client: pg.Client, role: string): Promise<boolean> {
  return (await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role])).rowCount === 1;
}

async function opens(address: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 15_000 });
  client.on("error", () => undefined);
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

const notPermitted = (role: string) =>
  `The user in DATABASE_URL may not create database roles, and there is no role ${role}. Have an administrator run
  CREATE ROLE rozruch_web LOGIN PASSWORD '…';
  CREATE ROLE rozruch_worker LOGIN PASSWORD '…';
and set WEB_DATABASE_URL and WORKER_DATABASE_URL to the same database with these users.`;

const foreignRole = (role: string) =>
  `The role ${role} exists in that PostgreSQL with another password than the one in secrets.json, so another portal may be using it. Set WEB_DATABASE_URL and WORKER_DATABASE_URL (with the roles rozruch_web and rozruch_worker), or drop the role if nothing uses it.`;
