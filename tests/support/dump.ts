import { rowsAs } from "./roles.ts";

/** Every row of every table of the database as text, the queue's tables among them: what a dump would hold. */
export async function dump(): Promise<string> {
  const tables = await rowsAs(
    "owner",
    "SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname IN ('public', 'pgboss')",
  );
  const texts = await Promise.all(
    tables.map(({ name }) => rowsAs("owner", `SELECT t::text AS row FROM ${String(name)} t`)),
  );
  return texts
    .flat()
    .map(({ row }) => String(row))
    .join("\n");
}
