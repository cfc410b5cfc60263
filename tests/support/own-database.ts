import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { connected } from "../../scripts/database/connection.ts";
import { roleAddress } from "../../scripts/database/roles.ts";
import { forbidTemporaryTables } from "../../scripts/database/temporary-tables.ts";
import { closeRoles, openRoles } from "./roles.ts";

/** Nobody listens there: a test that calls a provider or sends mail starts its own first. */
const NOWHERE = "127.0.0.1:9";

const { template, admin, passwords, keyringFile } = inject("cluster");
const name = `rozruch_${randomBytes(6).toString("hex")}`;
const owner = Object.assign(new URL(template), { pathname: `/${name}` }).href;

await connected(admin, (client) =>
  client.query(
    `CREATE DATABASE ${name} OWNER ${new URL(template).username} TEMPLATE ${new URL(template).pathname.slice(1)}`,
  ),
);
await forbidTemporaryTables(owner);

Object.assign(process.env, {
  APP_MODE: "test",
  APP_ORIGIN: "http://127.0.0.1:3000",
  AUTH_SECRET: randomBytes(32).toString("base64url"),
  DATABASE_URL: roleAddress(owner, "web", passwords),
  FINGERPRINT_KEY: randomBytes(32).toString("hex"),
  LOG_LEVEL: "silent",
  MAIL_FROM: "Rozruch <portal@example.com>",
  OPENAI_BASE_URL: `http://${NOWHERE}/v1`,
  SMTP_URL: `smtp://${NOWHERE}`,
  VAULT_KEYRING_FILE: keyringFile,
});
openRoles({
  admin: Object.assign(new URL(admin), { pathname: `/${name}` }).href,
  owner,
  web: roleAddress(owner, "web", passwords),
  worker: roleAddress(owner, "worker", passwords),
});

afterAll(async () => {
  await closeRoles();
  await connected(admin, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
});
