import "server-only";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { countUses, type Limited } from "../limit/limit.ts";
import type { Manager } from "../viewer.ts";
import type { Exported } from "./table.ts";

/** Counts one file of other people's data, and writes into the trail who has taken which. */
export async function countRosterExport({ id }: Manager, what: Exported, cohorts: number): Promise<Limited> {
  const limited = await countUses(["roster export by person", id]);
  if (limited.allowed) await record(database(), { kind: "export.roster", actorId: id, facts: { what, cohorts } });
  return limited;
}
