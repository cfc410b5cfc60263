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

/** The forms in which a key could stand somewhere: as it is, any 12 characters of it, reversed, in hex, in base64. */
export function tracesOf(key: string): string[] {
  const pieces = Array.from({ length: key.length - 11 }, (_, at) => key.slice(at, at + 12)).filter(isTelling);
  const reversed = [...key].reverse().join("");
  // A base64 text depends on where the key begins in it, so the middle of each of the three is looked for.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from("\0".repeat(shift) + key)
      .toString("base64")
      .slice(4, -4),
  );
  return [key, ...pieces, reversed, Buffer.from(key).toString("hex"), ...base64, ...base64.map(urlSafe)];
}

/** Characters that all look alike stand in any dump. */
const isTelling = (piece: string): boolean => new Set(piece).size > 4;
const urlSafe = (text: string): string => text.replaceAll("+", "-").replaceAll("/", "_");
