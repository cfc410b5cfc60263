import { randomUUID } from "node:crypto";
import { chmodSync, closeSync, mkdtempSync, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type Cluster, startCluster } from "../../scripts/database/cluster.ts";
import { connected } from "../../scripts/database/connection.ts";
import { migrate } from "../../scripts/database/migrate.ts";
import { removePlace } from "../../scripts/database/place.ts";
import { ensureRoles, roleAddress } from "../../scripts/database/roles.ts";
import { freePorts } from "../../scripts/processes/ports.ts";

const PASSWORDS = { owner: "the-owners", admin: "the-admins" };
const ROLES = { web: "the-webs", worker: "the-workers" };
const ADD = "INSERT INTO audit_event (id, kind, subject_id) VALUES (gen_random_uuid(), 'login.ended', $1)";
const silent = { log: () => undefined };

const dataDir = mkdtempSync(join(tmpdir(), "owner-"));
chmodSync(dataDir, 0o711);
let cluster: Cluster | undefined;
afterEach(async () => {
  await cluster?.stop();
  removePlace(dataDir);
});

async function start(): Promise<Cluster> {
  const [port = 0] = await freePorts(1);
  const log = openSync(join(dataDir, "postgres.log"), "a");
  cluster = await startCluster({ dataDir, port, passwords: PASSWORDS, log, durable: false });
  closeSync(log);
  return cluster;
}

/** As initdb left it before there was a plain owner: the one superuser owns everything. */
async function asItWasBefore(): Promise<void> {
  const admin = (await start()).admin("postgres");
  const as = (user: string, password: string, database = "postgres") =>
    Object.assign(new URL(admin), { username: user, password, pathname: `/${database}` }).href;
  await connected(admin, (client) => client.query("CREATE ROLE second SUPERUSER LOGIN PASSWORD 'x'"));
  await connected(as("second", "x"), (client) =>
    client.query(
      `ALTER ROLE rozruch_admin RENAME TO rozruch_owner; ALTER ROLE rozruch_owner PASSWORD '${PASSWORDS.owner}'`,
    ),
  );
  const owner = as("rozruch_owner", PASSWORDS.owner);
  await connected(owner, async (client) => {
    await client.query("DROP ROLE second");
    await client.query("CREATE DATABASE rozruch");
  });
  await ensureRoles(owner, ROLES);
  await migrate(as("rozruch_owner", PASSWORDS.owner, "rozruch"), silent);
  await cluster?.stop();
}

test("data whose owner was a superuser are carried over to one that is not, and nothing is lost", async () => {
  await asItWasBefore();
  const owner = await (await start()).database("rozruch");
  await migrate(owner, silent);
  const others = await connected(owner, async (client) => {
    const { rows } = await client.query(`
      SELECT relname AS name FROM pg_class WHERE relnamespace::regnamespace::text IN ('public', 'pgboss') AND relowner <> current_user::regrole
      UNION ALL SELECT proname FROM pg_proc WHERE pronamespace::regnamespace::text IN ('public', 'pgboss') AND proowner <> current_user::regrole
      UNION ALL SELECT typname FROM pg_type WHERE typnamespace::regnamespace::text IN ('public', 'pgboss') AND typowner <> current_user::regrole
      UNION ALL SELECT rolname FROM pg_roles WHERE rolsuper AND rolname <> 'rozruch_admin'
      UNION ALL SELECT datname FROM pg_database WHERE datname = 'rozruch' AND datdba <> current_user::regrole`);
    return rows;
  });
  expect(others).toEqual([]);
  const subject = randomUUID();
  await connected(roleAddress(owner, "web", ROLES), (client) => client.query(ADD, [subject]));
  const read = "SELECT seq FROM audit_event WHERE subject_id = $1";
  const { rows } = await connected(owner, (client) => client.query(read, [subject]));
  expect(rows).toEqual([{ seq: "1" }]);
}, 180_000);
