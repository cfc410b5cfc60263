import "server-only";
import { database } from "../database/client.ts";
import { mayCallLoopback } from "../environment.ts";
import type { Manager } from "../viewer.ts";

const ENDPOINT = {
  id: true,
  name: true,
  url: true,
  events: true,
  cohortIds: true,
  withNames: true,
  createdAt: true,
  pausedAt: true,
  offAt: true,
  offBecause: true,
  failingSince: true,
  version: true,
  secrets: {
    where: { expiresAt: { not: null } },
    select: { expiresAt: true },
    orderBy: { expiresAt: "desc" },
    take: 1,
  },
} as const;

export type Endpoint = NonNullable<Awaited<ReturnType<typeof endpointOf>>>;
export type Delivery = Awaited<ReturnType<typeof deliveriesTo>>[number];

/** The manager's own, the oldest first. */
export const endpointsOf = ({ id: ownerId }: Manager): Promise<Endpoint[]> =>
  database().webhookEndpoint.findMany({ where: { ownerId }, orderBy: { id: "asc" }, select: ENDPOINT });

/** Null for somebody else's, as for one that is not there. */
export const endpointOf = ({ id: ownerId }: Manager, id: string) =>
  database().webhookEndpoint.findFirst({ where: { id, ownerId }, select: ENDPOINT });

const FIRST_PAGE = 50;

/** What was sent to an endpoint, the newest first, or what of it has failed. */
export const deliveriesTo = ({ id: endpointId }: Pick<Endpoint, "id">, state?: "failed", take = FIRST_PAGE) =>
  database().webhookDelivery.findMany({
    where: { endpointId, ...(state && { state }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    select: {
      id: true,
      state: true,
      tries: true,
      createdAt: true,
      nextTryAt: true,
      nextTryAsked: true,
      triedAt: true,
      statusCode: true,
      durationMs: true,
      fault: true,
      answer: true,
      message: { select: { id: true, kind: true, at: true } },
    },
  });

export const countOfFailed = ({ id: endpointId }: Pick<Endpoint, "id">): Promise<number> =>
  database().webhookDelivery.count({ where: { endpointId, state: "failed" } });

/** Whether an endpoint may be on this very machine: in demonstrations and tests. */
export const mayBeHere = (): boolean => mayCallLoopback();
