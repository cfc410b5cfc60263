import "server-only";
import { z } from "zod";

/** The cursor was not made here, or for another list. */
export class CursorError extends Error {}

/** Where a page ended, as the keys of its last row: what is added or deleted meanwhile moves no other row over the edge. */
export const cursorOf = (...keys: readonly string[]): string =>
  Buffer.from(JSON.stringify(keys), "utf8").toString("base64url");

/** The keys after which a page begins; null for the first. */
export function keysIn<Keys extends z.ZodType>(cursor: string | undefined, form: Keys): z.output<Keys> | null {
  if (cursor === undefined) return null;
  try {
    return form.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new CursorError();
  }
}

export const ONE_ID = z.tuple([z.uuid()]);

export type Page<Row> = { readonly data: readonly Row[]; readonly next: string | null };

/** Of one row more than was asked for: whether there is a next page. */
export function pageOf<Row, Shown>(
  rows: readonly Row[],
  limit: number,
  cursor: (row: Row) => string,
  shown: (row: Row) => Shown,
): Page<Shown> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { data: page.map(shown), next: rows.length > limit && last !== undefined ? cursor(last) : null };
}

export const Paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe("How many rows at most."),
  cursor: z
    .string()
    .regex(/^[\w-]{1,300}$/)
    .optional()
    .describe("`next` of the page before."),
};
