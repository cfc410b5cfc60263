import "server-only";
import { database } from "../database/client.ts";
import { offeredProviders } from "../environment.ts";
import { freeForgotten } from "./after.ts";
import { lookForOutage } from "./look.ts";
import { sendScout } from "./scout.ts";

/** A scout whose job was lost is sent by the sweep, this late. */
const LATE_MS = 60_000;

/** Every minute: what no job did, because a worker was lost at the wrong moment. */
export async function sweepOutages(now: Date): Promise<void> {
  for (const provider of offeredProviders()) {
    await lookForOutage({ provider }, now);
    await freeForgotten(provider);
  }
  const late = await database().incident.findMany({
    where: { endedAt: null, nextScoutAt: { lt: new Date(now.getTime() - LATE_MS) } },
    select: { id: true },
  });
  for (const { id } of late) await sendScout({ incidentId: id }, now);
}
