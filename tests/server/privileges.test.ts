import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { connected } from "../../scripts/database/connection.ts";
import { aStudent, cast } from "../support/cast.ts";
import { addressOf, rowsAs } from "../support/roles.ts";

const NOT_PERMITTED = "42501";

async function codeOf(role: "web" | "worker", sql: string): Promise<string> {
  try {
    await rowsAs(role, sql);
    return "permitted";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

let credentialId: string;
beforeAll(async () => {
  const { student } = await aStudent();
  credentialId = (await cast().aSealedKey(student.id)).id;
});

const ROW = "(gen_random_uuid(), 1, 1, (SELECT id FROM vault_key LIMIT 1), '\\x00')";
const INSERT = `INSERT INTO credential_secret (credential_id, version, format, vault_key_id, sealed) VALUES ${ROW}`;

describe("T2: the web role and sealed bytes", () => {
  test.each([
    ["reads them", "SELECT sealed FROM credential_secret"],
    ["reads the whole row", "SELECT * FROM credential_secret"],
    ["counts by them", "SELECT 1 FROM credential_secret WHERE length(sealed) > 0"],
    ["inserts and is told the row", `${INSERT} RETURNING *`],
    ["inserts over a row", `${INSERT} ON CONFLICT (credential_id) DO UPDATE SET sealed = excluded.sealed`],
    ["changes them", "UPDATE credential_secret SET sealed = '\\x00'"],
    ["changes what they belong to", "UPDATE credential_secret SET credential_id = gen_random_uuid()"],
    ["deletes and is told them", "DELETE FROM credential_secret RETURNING sealed"],
    ["copies them out", "COPY credential_secret TO STDOUT"],
    ["makes a view of them", "CREATE VIEW peek AS SELECT * FROM credential_secret"],
    ["makes a view of its own session", "CREATE TEMP VIEW peek AS SELECT * FROM credential_secret; SELECT * FROM peek"],
    ["locks them", "SELECT credential_id FROM credential_secret FOR UPDATE"],
    ["empties the table", "TRUNCATE credential_secret"],
    ["gives itself the right", "GRANT SELECT ON credential_secret TO rozruch_web"],
    ["becomes the worker", "SET ROLE rozruch_worker"],
    ["becomes the owner", "SET ROLE rozruch_owner"],
    ["switches a trigger off", "ALTER TABLE credential_secret DISABLE TRIGGER ALL"],
  ])("is refused when it %s", async (_, sql) => {
    // A GRANT without the right to give it is a warning; what counts is that nothing comes of it.
    const code = await codeOf("web", sql);
    expect(code).toBe(sql.startsWith("GRANT") ? "permitted" : NOT_PERMITTED);
    expect(await codeOf("web", "SELECT sealed FROM credential_secret")).toBe(NOT_PERMITTED);
  });

  test("may put them in, see that they are there, and take them away", async () => {
    expect(await codeOf("web", INSERT)).toBe("permitted");
    expect(
      await rowsAs("web", "SELECT credential_id FROM credential_secret WHERE credential_id = $1", [credentialId]),
    ).toHaveLength(1);
    expect(await codeOf("web", `DELETE FROM credential_secret WHERE credential_id = '${credentialId}'`)).toBe(
      "permitted",
    );
  });
});

/** What code of the role's own hears that hangs at a table which has the name of one of the owner's. */
async function heardThroughAFalseChain(client: pg.Client): Promise<unknown[]> {
  await client.query(`BEGIN; SET CONSTRAINTS ALL IMMEDIATE;
    CREATE TEMP TABLE heard (who text);
    CREATE TEMP TABLE audit_chain (id smallint, head_seq bigint, head_hash bytea, anchor_seq bigint, anchor_hash bytea);
    GRANT ALL ON audit_chain, heard TO PUBLIC;
    CREATE FUNCTION pg_temp.hear() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN INSERT INTO pg_temp.heard VALUES (current_user); RETURN NEW; END $$;
    CREATE TRIGGER hear BEFORE UPDATE ON pg_temp.audit_chain FOR EACH ROW EXECUTE FUNCTION pg_temp.hear();
    INSERT INTO pg_temp.audit_chain VALUES (1, 999999999, '\\x00', 0, '\\x00');
    INSERT INTO public.audit_event (id, kind) VALUES (gen_random_uuid(), 'login.requested')`);
  const { rows } = await client.query("SELECT who FROM pg_temp.heard");
  await client.query("ROLLBACK");
  return rows;
}

describe("the owner", () => {
  test.each([
    ["run a program on the machine", "COPY (SELECT 1) TO PROGRAM 'true'"],
    ["read the server's files", "SELECT pg_read_file('/etc/hostname')"],
    ["become the superuser", "SET ROLE rozruch_admin"],
    ["make a superuser", "CREATE ROLE another SUPERUSER"],
    ["go past triggers and foreign keys", "SET session_replication_role = replica"],
  ])("may not %s", async (_, sql) => {
    await expect(rowsAs("owner", sql)).rejects.toMatchObject({ code: NOT_PERMITTED });
  });
});

describe("the owner's functions", () => {
  test.each(["web", "worker"] as const)("meet no table of the %s role's own making: it may make none", async (role) => {
    for (const sql of ["CREATE TEMP TABLE audit_chain (id int)", "CREATE TABLE pg_temp.audit_chain (id int)"])
      expect(await codeOf(role, sql)).toBe(NOT_PERMITTED);
  });

  test.each(["web", "worker"] as const)("take the real tables also where the %s role may make some", async (role) => {
    const change = (verb: string) =>
      rowsAs("owner", `DO $$ BEGIN EXECUTE format('${verb} rozruch_${role}', current_database()); END $$`);
    await change("GRANT TEMPORARY ON DATABASE %I TO");
    try {
      expect(await connected(addressOf(role), heardThroughAFalseChain)).toEqual([]);
    } finally {
      await change("REVOKE TEMPORARY ON DATABASE %I FROM");
    }
  });

  test("all look for names in the session's own tables last", async () => {
    const functions = await rowsAs(
      "owner",
      `SELECT p.proname AS name, (SELECT setting FROM unnest(p.proconfig) setting WHERE setting LIKE 'search_path=%') AS path
       FROM pg_proc p WHERE p.prosecdef AND p.pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
    );
    expect(functions.length).toBeGreaterThanOrEqual(5);
    expect(functions.filter(({ path }) => !/, pg_temp$/.test(String(path)))).toEqual([]);
  });
});

describe("what is only ever added to", () => {
  test.each(["audit_event", "step_event"])("%s can be changed by neither role", async (table) => {
    for (const role of ["web", "worker"] as const) {
      expect(await codeOf(role, `UPDATE ${table} SET at = now()`)).toBe(NOT_PERMITTED);
      expect(await codeOf(role, `TRUNCATE ${table}`)).toBe(NOT_PERMITTED);
    }
  });

  test.each([
    ["web", "audit_event"],
    ["worker", "audit_event"],
    ["web", "step_event"],
  ] as const)(
    "the %s role deletes no row of %s: whose time is over is the worker's to know, or the owner's function's",
    async (role, table) => {
      expect(await codeOf(role, `DELETE FROM ${table}`)).toBe(NOT_PERMITTED);
    },
  );
});

describe("the web role", () => {
  test.each([
    ["change a person's address", "UPDATE app_user SET email = 'a@example.com'"],
    ["enable a person", "UPDATE app_user SET disabled_at = NULL"],
    ["say who owns the portal", "UPDATE app_user SET is_owner = true"],
    ["add an owner", "INSERT INTO app_user (id, email, name, is_owner) VALUES (gen_random_uuid(), 'x', 'x', true)"],
    ["prolong a link to join", "UPDATE join_link SET most_uses = 1000, expires_at = now() + interval '1 year'"],
    ["say how far a list is written", "UPDATE roster_import SET done = 0"],
    ["add a vault key of its own", "INSERT INTO vault_key SELECT * FROM vault_key"],
    ["write a verdict", "UPDATE check_result SET state = 'passed'"],
    ["prolong a session", "UPDATE session SET expires_at = now() + interval '1 year'"],
    ["change what somebody reported", "UPDATE screen_report SET text = 'x'"],
    ["change a picture", "UPDATE screen_picture SET bytes = '\\x00'"],
    ["give a webhook to somebody else", "UPDATE webhook_endpoint SET owner_id = gen_random_uuid()"],
    ["say what was answered", "UPDATE webhook_delivery SET status_code = 200"],
    ["give a token more scopes", "UPDATE api_token SET scopes = '{}'"],
    ["read a job's data", "SELECT data FROM pgboss.job"],
    ["delete a job", "DELETE FROM pgboss.job"],
    ["say that a worker is alive", "INSERT INTO worker_heartbeat (worker_id) VALUES (gen_random_uuid())"],
    ["make a table", "CREATE TABLE mine (id int)"],
    ["read the server's files", "SELECT pg_read_file('/etc/hostname')"],
  ])("may not %s", async (_, sql) => {
    expect(await codeOf("web", sql)).toBe(NOT_PERMITTED);
  });
});

describe("the worker's role", () => {
  test.each([
    ["open a session", "INSERT INTO session (id) VALUES (gen_random_uuid())"],
    ["put in sealed bytes", INSERT],
    ["ask for a sign-in", "INSERT INTO sign_in_request (id) VALUES (gen_random_uuid())"],
    ["change a credential", "UPDATE api_credential SET user_id = gen_random_uuid()"],
    ["read what was passed on", "SELECT text FROM message_report"],
    ["read what was reported", "SELECT text FROM screen_report"],
    ["look at a picture", "SELECT bytes FROM screen_picture"],
    ["write a request for help", "INSERT INTO help_request (id) VALUES (gen_random_uuid())"],
    ["change a person's address", "UPDATE app_user SET email = 'a@example.com'"],
    ["lead a webhook elsewhere", "UPDATE webhook_endpoint SET url = 'https://evil.example'"],
    ["look at tokens", "SELECT name FROM api_token"],
    ["add a vault key", "INSERT INTO vault_key SELECT * FROM vault_key"],
    ["change a role", "UPDATE enrolment SET role = 'instructor'"],
    ["say who owns the portal", "UPDATE app_user SET is_owner = true"],
    ["read a link to join", "SELECT token_hash FROM join_link"],
    ["make a table", "CREATE TABLE mine (id int)"],
  ])("may not %s", async (_, sql) => {
    expect(await codeOf("worker", sql)).toBe(NOT_PERMITTED);
  });
});
