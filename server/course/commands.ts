import "server-only";
import { countUse, type Limited } from "../limit/limit.ts";
import type { Viewer } from "../viewer.ts";

/** Counts one search: for a person by themselves, for a stranger by the address. */
export const countSearch = (looking: Viewer | null, ip: string): Promise<Limited> =>
  looking ? countUse("search by person", looking.person.id) : countUse("search by ip", ip);
