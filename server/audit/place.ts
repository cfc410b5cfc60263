import "server-only";
import { database } from "../database/client.ts";

/** An event that met the chain in other hands has its place by the next event, and at the latest by this. */
export async function placeWaitingEvents(): Promise<void> {
  await database().$queryRaw`SELECT place_audit_events()`;
}
