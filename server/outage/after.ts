import "server-only";
import { startTest } from "../access-test/commands.ts";
import { database, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { notify } from "../live/notify.ts";
import { log } from "../log/log.ts";
import { heldTests } from "./hold.ts";
import { affectedSince } from "./sightings.ts";

/** So many at a time: a provider that has just come back is not overrun. */
const BATCH = 20;
const PAUSE_S = 5;

/** The banner goes, and whoever was kept waiting is tested. Does nothing to an incident that has ended. */
export async function endIncident(
  tx: Transaction,
  { id, provider }: { id: string; provider: string },
  now: Date,
): Promise<void> {
  const { count } = await tx.incident.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } });
  if (count === 0) return;
  await goOn(tx, id, provider);
  await notify(tx, "everybody");
  log.event("incident.ended", { incidentId: id, provider });
}

type Round = { readonly incidentId: string; readonly after?: string };

const goOn = (
  tx: Transaction,
  incidentId: string,
  provider: string,
  next: { after?: string; startAfter?: number } = {},
) =>
  enqueue(
    tx,
    "after-outage",
    { incidentId, ...(next.after === undefined ? {} : { after: next.after }) },
    { singletonKey: provider, ...(next.startAfter === undefined ? {} : { startAfter: next.startAfter }) },
  );

/** Run by the worker, round after round: lets held tests go, and tests again whoever got no answer. */
export async function retestAfterOutage({ incidentId, after }: Round): Promise<void> {
  const incident = await database().incident.findUnique({ where: { id: incidentId } });
  if (!incident?.endedAt || (await isOutOfOrder(incident.provider))) return;
  const { provider, startedAt: since } = incident;
  const held = await heldTests(provider, { after, take: BATCH });
  await database().$transaction(async (tx) => {
    for (const { id: testId } of held) await enqueue(tx, "access-test", { testId }, { singletonKey: testId });
    const affected = await affectedSince(tx, { provider, since, take: BATCH });
    for (const { userId, ...test } of affected) {
      await startTest(tx, { userId, ...test, trigger: "outage" });
      await notify(tx, `user:${userId}`);
    }
    const last = held.at(-1)?.id ?? after;
    if (held.length === BATCH || affected.length === BATCH)
      await goOn(tx, incidentId, provider, { startAfter: PAUSE_S, ...(last === undefined ? {} : { after: last }) });
  });
}

export const isOutOfOrder = async (provider: string): Promise<boolean> =>
  (await database().incident.count({ where: { provider, endedAt: null } })) > 0;

/** Tests that wait for an incident that is over, because a worker was lost in between. */
export async function freeForgotten(provider: string): Promise<void> {
  if (await isOutOfOrder(provider)) return;
  const [waiting] = await heldTests(provider, { take: 1 });
  const ended = await database().incident.findFirst({ where: { provider }, orderBy: { startedAt: "desc" } });
  if (waiting && ended) await goOn(database(), ended.id, provider);
}
