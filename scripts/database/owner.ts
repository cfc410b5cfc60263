import { connected } from "./connection.ts";
import { setRole } from "./roles.ts";

/** Whom the portal's database belongs to: a plain role with no right over the rest of the cluster, or its machine. */
export const OWNER = "rozruch_owner";
/** The superuser that initdb makes. It makes roles and the database, and serves for nothing else. */
export const ADMIN = "rozruch_admin";
const MOVER = "rozruch_mover";

type Place = { readonly address: (role: string, password: string, database: string) => string };
type Passwords = { readonly owner: string; readonly admin: string };

/**
 * Data of before had the owner for a superuser. Nobody can rename themselves, and the first superuser stays one for good:
 * so a second one gives it another name, and makes the plain owner. It can be killed in between and run again.
 */
export async function partAdminFromOwner({ address }: Place, { owner, admin }: Passwords): Promise<void> {
  await connected(address(OWNER, owner, "postgres"), async (client) => {
    await setRole(client, MOVER, "LOGIN SUPERUSER", admin);
  });
  await connected(address(MOVER, admin, "postgres"), async (client) => {
    await client.query("BEGIN");
    await client.query(`ALTER ROLE ${OWNER} RENAME TO ${ADMIN}`);
    await setRole(client, ADMIN, "LOGIN", admin);
    await setRole(client, OWNER, PLAIN, owner);
    await client.query("COMMIT");
  });
}

const PLAIN = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";

/** Makes the owner and the database where they are not there, and gives the one to the other with all that is in it. */
export async function openOwned({ address }: Place, { owner, admin }: Passwords, name: string): Promise<string> {
  await connected(address(ADMIN, admin, "postgres"), async (client) => {
    await setRole(client, OWNER, PLAIN, owner);
    await client.query(`DROP ROLE IF EXISTS ${MOVER}`);
    const database = client.escapeIdentifier(name);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
    await client.query(`ALTER DATABASE ${database} OWNER TO ${OWNER}`);
  });
  await connected(address(ADMIN, admin, name), (client) => client.query(GIVE_TO_OWNER));
  return address(OWNER, owner, name);
}

/** What the superuser made before there was a plain owner; a sequence of a table goes with it. */
const GIVE_TO_OWNER = `DO $$
DECLARE thing RECORD;
BEGIN
  FOR thing IN
    SELECT format('SCHEMA %I', nspname) AS name FROM pg_namespace WHERE nspowner = '${ADMIN}'::regrole AND nspname = 'pgboss'
    UNION ALL
    SELECT format('%s %s', CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, c.oid::regclass)
    FROM pg_class c WHERE relowner = '${ADMIN}'::regrole AND relkind IN ('r', 'p', 'v', 'S')
      AND relnamespace::regnamespace::text IN ('public', 'pgboss')
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = c.oid AND classid = 'pg_class'::regclass AND deptype IN ('a', 'i') AND relkind = 'S')
    UNION ALL
    SELECT format('ROUTINE %s', oid::regprocedure) FROM pg_proc
    WHERE proowner = '${ADMIN}'::regrole AND pronamespace::regnamespace::text IN ('public', 'pgboss')
    UNION ALL
    SELECT format('TYPE %s', oid::regtype) FROM pg_type
    WHERE typowner = '${ADMIN}'::regrole AND typtype IN ('e', 'd') AND typnamespace::regnamespace::text IN ('public', 'pgboss')
  LOOP
    EXECUTE format('ALTER %s OWNER TO ${OWNER}', thing.name);
  END LOOP;
END $$`;
