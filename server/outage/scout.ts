import "server-only";
import { nextScoutAt } from "#domain/outage/scouting";
import { startTest } from "../access-test/commands.ts";
import { database, type Transaction } from "../database/client.ts";
import { pace } from "../environment.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { notify } from "../live/notify.ts";
import { log } from "../log/log.ts";
import { endIncident } from "./after.ts";
import { affectedSince } from "./sightings.ts";

type Incident = {
  readonly id: string;
  readonly provider: string;
  readonly scouts: number;
  readonly startedAt: Date;
  readonly nextScoutAt: Date;
};

const EARLY_MS = 500;

/** Run by the worker when a scout is due: one test goes ahead of those that are held back, to see whether the provider is back. */
export async function sendScout({ incidentId }: { incidentId: string }, now = new Date()): Promise<void> {
  await database().$transaction(async (tx) => {
    const incident = await lock(tx, incidentId);
    if (!incident || incident.nextScoutAt.getTime() > now.getTime() + EARLY_MS) return;
    const isSent = (await sendHeld(tx, incident)) || (await sendAffected(tx, incident));
    // With nobody left to ask for there is nobody left to hold back: the next test will show.
    if (!isSent && !(await isAnyLive(tx, incident))) return endIncident(tx, incident, now);
    const scouts = incident.scouts + 1;
    const at = nextScoutAt(scouts, now, pace());
    await tx.incident.update({ where: { id: incidentId }, data: { scouts, nextScoutAt: at }, select: { id: true } });
    await enqueue(tx, "scout", { incidentId }, { startAfter: at });
    log.event("scout.sent", { incidentId, scouts });
  });
}

/** The open incident, for this transaction alone. */
async function lock(tx: Transaction, incidentId: string): Promise<Incident | null> {
  const [row] = await tx.$queryRaw<Incident[]>`
    SELECT id, provider, scouts, started_at AS "startedAt", next_scout_at AS "nextScoutAt"
    FROM incident WHERE id = ${incidentId}::uuid AND ended_at IS NULL FOR UPDATE`;
  return row ?? null;
}

/** A test that waits; one that makes a picture only where there is no other. */
async function sendHeld(tx: Transaction, { id: scoutFor, provider, scouts }: Incident): Promise<boolean> {
  const held = await tx.accessTest.findFirst({
    where: { heldAt: { not: null }, finishedAt: null, credential: { provider } },
    orderBy: [{ imageConsent: "asc" }, { heldAt: "asc" }],
    select: { id: true },
  });
  if (!held) return false;
  await enqueue(tx, "access-test", { testId: held.id, scoutFor }, { singletonKey: `${held.id} ${scouts}` });
  return true;
}

/** Nobody waits: somebody who got no answer is tested again, as they would be at the end. */
async function sendAffected(tx: Transaction, { id, provider, startedAt: since }: Incident): Promise<boolean> {
  const [affected] = await affectedSince(tx, { provider, since, take: 1 });
  if (!affected) return false;
  await startTest(tx, { ...affected, trigger: "outage" }, id);
  await notify(tx, `user:${affected.userId}`);
  return true;
}

const isAnyLive = async (tx: Transaction, { provider }: Incident): Promise<boolean> =>
  (await tx.accessTest.count({ where: { finishedAt: null, credential: { provider } } })) > 0;

/** What the scout has met. An answer about its key, whatever it says, ends the incident. */
export async function hearScout(testId: string, incidentId: string, now = new Date()): Promise<void> {
  const results = await database().checkResult.findMany({
    where: { testId, finishedAt: { not: null }, state: { in: ["passed", "failed", "waiting", "inconclusive"] } },
    select: { state: true, httpStatus: true },
  });
  if (results.some(({ state }) => state === "inconclusive")) {
    await database().incident.updateMany({ where: { id: incidentId, endedAt: null }, data: { lastFailureAt: now } });
    return;
  }
  if (!results.some(({ httpStatus }) => httpStatus !== null)) return;
  await database().$transaction(async (tx) => {
    const incident = await lock(tx, incidentId);
    if (incident) await endIncident(tx, incident, now);
  });
}
