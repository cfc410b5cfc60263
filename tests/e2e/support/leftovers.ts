import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Prisma, type PrismaClient } from "#server/database/generated/client";
import { addresses } from "./addresses.ts";

/** A place where something could have been left, and all that is in it. */
export type Place = { readonly name: string; readonly text: string };

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
    text: readFileSync(join(addresses.logs, name), "latin1"),
  }));
}

const WINDOW = 12;

/** The key, its halves, every twelve characters in a row of what is random in it, and their usual disguises. */
export function tracesOf(key: string, random: string): string[] {
  const half = Math.floor(key.length / 2);
  const windows = Array.from({ length: random.length - WINDOW + 1 }, (_, at) => random.slice(at, at + WINDOW));
  const plain = [key, key.slice(0, half), key.slice(half), ...windows];
  return [...new Set(plain.flatMap((text) => [text, ...disguisesOf(text)]))];
}

function disguisesOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString("hex");
  // The same bytes look different at each of the three places that they can have in a base64 text.
  const shifted = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64"));
  const inner = shifted.map((base64, shift) => base64.slice(shift && 4, -4));
  return [hex, hex.toUpperCase(), ...inner, ...inner.map((base64) => base64.replaceAll("+", "-").replaceAll("/", "_"))];
}

/** The names of the places that hold any of the traces. */
export function foundIn(places: readonly Place[], traces: readonly string[]): string[] {
  return places.filter(({ text }) => traces.some((trace) => text.includes(trace))).map(({ name }) => name);
}
