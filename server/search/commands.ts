import "server-only";
import { countUse, type Limited } from "../limit/limit.ts";
import type { Viewer } from "../viewer.ts";

/** Counts one look while somebody types. Only that there was one: what was asked is kept nowhere. */
export const countTyping = ({ person }: Viewer): Promise<Limited> => countUse("search as typed by person", person.id);
