import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import { WEBHOOK_EVENTS } from "#domain/webhook/event";
import { askForHelp } from "#server/help/commands";
import { readKeyring } from "#server/vault/keyring";
import type { Manager } from "#server/viewer";
import { addressMessage } from "#server/webhook/address-message";
import { addEndpoint, type Wish } from "#server/webhook/commands";
import { deliver } from "#server/webhook/deliver";
import { aManager, aStudent } from "./cast.ts";
import { jobsOf, takeJobs } from "./jobs.ts";
import { asWorker, ownerDatabase, rowsAs } from "./roles.ts";

export type Received = { readonly headers: Record<string, string>; readonly body: string; readonly path?: string };
type Answer = (request: IncomingMessage, response: Parameters<RequestListener>[1]) => void;
export type Receiver = { answer: Answer; readonly received: Received[]; url: string };

const yes: Answer = (_, response) => void response.writeHead(204).end();

/** Somebody's software that listens for webhooks, and answers as the test says. Called before the code under test reads whether it may be here. */
export function aReceiver(): Receiver {
  process.env.WEBHOOK_LOOPBACK = "yes";
  const receiver: Receiver = { answer: yes, received: [], url: "" };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    receiver.received.push({ headers: request.headers as Record<string, string>, body, path: request.url ?? "" });
    receiver.answer(request, response);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  beforeEach(async () => {
    receiver.answer = yes;
    receiver.received.length = 0;
    // What another test of the file has left on its way would arrive here.
    await ownerDatabase().webhookEndpoint.deleteMany({});
    for (const queue of ["webhook-message", "webhook-delivery"] as const) await takeJobs(queue);
  });
  afterAll(() => server.close().closeAllConnections());
  return receiver;
}

const ALL: Omit<Wish, "url"> = { name: null, events: WEBHOOK_EVENTS, cohortIds: [], withNames: false };

export async function anEndpoint(instructor: Manager, url: string, wish: Partial<Wish> = {}) {
  const added = await addEndpoint(instructor, { ...ALL, url, ...wish });
  if (!added.ok) throw new Error(`The endpoint was refused: ${added.refusal}`);
  return added.value;
}

export const keyring = () => readKeyring(inject("cluster").keyringFile);

/** Does what the worker would do with webhooks until `now`. */
export async function doWebhooks(now = new Date()): Promise<void> {
  for (const job of await takeJobs("webhook-message")) await asWorker(() => addressMessage(job, now));
  const until = Math.max(now.getTime(), Date.now());
  const due = (await jobsOf("webhook-delivery")).filter(({ startAfter }) => startAfter.getTime() <= until);
  await rowsAs("owner", "DELETE FROM pgboss.job WHERE id = ANY($1)", [due.map(({ id }) => id)]);
  const keys = await keyring();
  for (const { data } of due) await asWorker(() => deliver(data, keys, now));
}

export const deliveriesOf = (endpointId: string) =>
  ownerDatabase().webhookDelivery.findMany({ where: { endpointId }, orderBy: { createdAt: "asc" } });

export const bodyOf = ({ body }: Received) => JSON.parse(body) as { type: string; timestamp: string; data: Json };
type Json = Readonly<Record<string, unknown>>;

/** A student who asks for help, and an endpoint that is to hear of it. */
export async function aQuestion({ url }: Receiver) {
  const { student, cohort } = await aStudent();
  const instructor = await aManager(cohort.id);
  const endpoint = await anEndpoint(instructor, url, { events: ["help.asked"] });
  await askForHelp(student, { note: "?", stepId: null });
  return { student, instructor, endpoint };
}

export const HOUR_MS = 3_600_000;
export const later = (ms: number): Date => new Date(Date.now() + ms);

export const withStatus =
  (status: number, words = "", headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(status, headers).end(words);

/** Makes the deliveries of what has happened, and sends none of them. */
export async function addressMessages(): Promise<void> {
  for (const job of await takeJobs("webhook-message")) await asWorker(() => addressMessage(job));
}
