import "server-only";
import { v7 as uuid } from "uuid";
import { incidentOf, type Outbreak, WINDOW_MS } from "#domain/outage/incident";
import { nextScoutAt } from "#domain/outage/scouting";
import { mayBeOurs } from "#domain/outage/trouble";
import { database } from "../database/client.ts";
import { pace } from "../environment.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { notify } from "../live/notify.ts";
import { log } from "../log/log.ts";
import { isCutOff } from "./control.ts";
import { sightingsSince } from "./sightings.ts";

/** Run by the worker when a check has got no answer, and every minute: are many in the same trouble? */
export async function lookForOutage({ provider }: { provider: string }, now = new Date()): Promise<void> {
  const latest = await database().incident.findFirst({ where: { provider }, orderBy: { startedAt: "desc" } });
  if (latest && !latest.endedAt) return;
  // What was met during the last incident is told already.
  const since = new Date(Math.max(now.getTime() - WINDOW_MS, latest?.endedAt?.getTime() ?? 0));
  const outbreak = incidentOf(await sightingsSince(provider, since), now);
  if (!outbreak) return;
  const isOurs = mayBeOurs(outbreak.trouble, outbreak.codes) && (await isCutOff());
  await open(provider, outbreak, isOurs ? "own_network" : "provider", now);
}

/** One worker opens it, however many see it at once: the table takes one open incident of a provider. */
async function open(provider: string, outbreak: Outbreak, kind: "provider" | "own_network", now: Date): Promise<void> {
  const { cause, students, startedAt, lastFailureAt } = outbreak;
  const [id, scoutAt] = [uuid(), nextScoutAt(0, now, pace())];
  const isNew = await database().$transaction(async (tx) => {
    const rows = await tx.$executeRaw`
      INSERT INTO incident (id, provider, kind, cause, students, started_at, last_failure_at, next_scout_at)
      VALUES (${id}::uuid, ${provider}, ${kind}::incident_kind, ${cause}, ${students}, ${startedAt}, ${lastFailureAt}, ${scoutAt})
      ON CONFLICT (provider) WHERE ended_at IS NULL DO NOTHING`;
    if (rows === 0) return false;
    await enqueue(tx, "scout", { incidentId: id }, { startAfter: scoutAt });
    if (kind === "own_network") await enqueue(tx, "operator-mail", { incidentId: id });
    await notify(tx, "everybody");
    return true;
  });
  if (isNew) log.event("incident.opened", { incidentId: id, provider, kind, cause, students });
}
