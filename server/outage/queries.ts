import "server-only";
import { database } from "../database/client.ts";
import type { Viewer } from "../viewer.ts";

export type IncidentView = {
  readonly provider: string;
  readonly kind: "provider" | "own_network";
  readonly startedAt: Date;
};

/** What is out of order now and concerns the viewer: instructors all of it, students the providers of their keys. */
export async function incidentsFor({ person, instructor }: Viewer): Promise<readonly IncidentView[]> {
  const open = await database().incident.findMany({
    where: { endedAt: null },
    orderBy: { startedAt: "asc" },
    select: { provider: true, kind: true, startedAt: true },
  });
  if (open.length === 0 || instructor) return open;
  const keys = await database().apiCredential.findMany({
    where: { userId: person.id, deletedAt: null },
    select: { provider: true },
  });
  const own = new Set(keys.length > 0 ? keys.map(({ provider }) => provider) : ["openai"]);
  return open.filter(({ provider, kind }) => kind === "own_network" || own.has(provider));
}
