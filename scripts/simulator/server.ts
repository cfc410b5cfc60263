import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type Answer, answerTo, type Counts } from "./answer.ts";
import { googleAnswer, googleSituations } from "./google.ts";
import { KEYS, keyOf as keyFor, situationOf } from "./keys.ts";
import { anOutage, type Outage, switchOutage, WHILE_DOWN } from "./outage.ts";
import { refusal } from "./refusal.ts";
import { deliver } from "./reply.ts";
import { type Endpoint, SITUATIONS, type SituationId } from "./situations.ts";

/** One request as the simulator saw it. The key is left out; `situation` is null for a key it does not know. */
export type SeenRequest = {
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  readonly situation: string | null;
  readonly body: string;
};

export type Simulator = {
  /** The base URL for an OpenAI client, `/v1` included. */
  readonly url: string;
  readonly keys: Readonly<Record<SituationId, string>>;
  /** Oldest first; the last ten thousand. */
  readonly requests: readonly SeenRequest[];
  readonly close: () => Promise<void>;
};

const ENDPOINTS: Readonly<Record<string, { readonly endpoint: Endpoint; readonly delayMs: number }>> = {
  "GET /v1/models": { endpoint: "models", delayMs: 80 },
  "POST /v1/responses": { endpoint: "responses", delayMs: 250 },
  "POST /v1/images/generations": { endpoint: "images", delayMs: 1200 },
};

const REMEMBERED = 10_000;
const LARGEST_BODY = 1_000_000;

/** Answers on 127.0.0.1 as OpenAI does, and below `/v1beta/` as Google does. Port 0 takes any free one; `speed` multiplies the delays, so 0 removes them. */
export async function startSimulator({ port, speed = 1 }: { port: number; speed?: number }): Promise<Simulator> {
  const requests: SeenRequest[] = [];
  const counts: Counts = new Map();
  const outage = anOutage();
  const server = createServer((request, response) => {
    handle(request, response, { requests, counts, speed, outage }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, keys: KEYS, requests, close };
}

type Memory = { requests: SeenRequest[]; counts: Counts; speed: number; outage: Outage };

async function handle(request: IncomingMessage, response: ServerResponse, memory: Memory): Promise<void> {
  const started = performance.now();
  const gone = new AbortController();
  response.once("close", () => gone.abort());

  const { method = "GET" } = request;
  const { pathname: path, searchParams } = new URL(`http://127.0.0.1${request.url ?? "/"}`);
  if (path === "/situations") return listSituations(response, searchParams.get("owner") ?? "");
  if (path === "/outage") return switchOutage(request, response, memory.outage);
  const key = keyOf(request);
  const body = await bodyOf(request);
  remember(memory.requests, { at: new Date(), method, path, situation: situationOf(key ?? "")?.id ?? null, body });

  const known = ENDPOINTS[`${method} ${path}`];
  const usual = (): Answer =>
    googleAnswer(method, path, googleKeyIn(request)) ??
    (known ? answerTo(known.endpoint, key, body, memory.counts) : refusal(404, `Invalid URL (${method} ${path})`));
  const answer = memory.outage.isOn ? WHILE_DOWN : usual();
  await pause((known?.delayMs ?? 0) * memory.speed, undefined, { signal: gone.signal });
  await deliver(answer, response, headersOf(started), gone.signal);
}

/** For the demo's key page: what each key stands for. `owner` keeps one student's keys apart from another's. */
function listSituations(response: ServerResponse, owner: string): void {
  const known = /^[\w-]{0,40}$/.test(owner) ? owner : "";
  const openai = SITUATIONS.map(({ id, pl, en }) => ({ provider: "openai", key: keyFor(id, known), pl, en }));
  const google = googleSituations(known).map((situation) => ({ provider: "google", ...situation }));
  const list = [...openai, ...google];
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(list));
}

function keyOf(request: IncomingMessage): string | null {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1] ?? null;
}

function googleKeyIn({ headers }: IncomingMessage): string | null {
  const key = headers["x-goog-api-key"];
  return typeof key === "string" ? key : null;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) {
    body += chunk;
    if (body.length > LARGEST_BODY) throw new Error("The request is too large.");
  }
  return body;
}

function remember(requests: SeenRequest[], request: SeenRequest): void {
  requests.push(request);
  if (requests.length > REMEMBERED) requests.shift();
}

function headersOf(started: number): Record<string, string> {
  return {
    "x-request-id": `req_${randomBytes(16).toString("hex")}`,
    "openai-organization": "org-rozruchdemo",
    "openai-project": "proj_rozruchdemo",
    "openai-version": "2020-10-01",
    "openai-processing-ms": String(Math.round(performance.now() - started)),
  };
}
