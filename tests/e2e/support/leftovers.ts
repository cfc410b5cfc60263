import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Prisma, type PrismaClient } from "#server/database/generated/client";
import type { Place } from "../../support/leftovers.ts";
import { addresses } from "./addresses.ts";
import { allMails } from "./mailbox.ts";

/** Every row of every table as text; bytes are in it as hexadecimal digits. */
export async function tablesOf(database: PrismaClient): Promise<Place[]> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`;
  return Promise.all(tables.map(async ({ name }) => ({ name, text: await rowsOf(database, name) })));
}

async function rowsOf(database: PrismaClient, table: string): Promise<string> {
  const rows = await database.$queryRaw<{ row: string }[]>`SELECT t::text AS row FROM ${Prisma.raw(table)} t`;
  return rows.map(({ row }) => row).join("\n");
}

export function logFiles(): Place[] {
  return readdirSync(addresses.logs).map((name) => ({
    name,
    text: readFileSync(join(addresses.logs, name)),
  }));
}

export const mails = async (): Promise<Place[]> =>
  (await allMails()).map((mail) => ({ name: mail.subject, text: JSON.stringify(mail) }));
