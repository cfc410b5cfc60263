import "server-only";
import { Prisma } from "./generated/client.ts";

/** Letters that Polish people leave out when they are in a hurry, and what they write for them. */
const MARKED = "ąćęłńóśźż";
const PLAIN = "acelnoszz";

/** In SQL: in small letters and without Polish marks. */
export const folded = (text: Prisma.Sql): Prisma.Sql => Prisma.sql`translate(lower(${text}), ${MARKED}, ${PLAIN})`;
