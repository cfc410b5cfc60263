import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";

/** A server in the provider's place that answers as the test says. */
export type Hostile = { answer: RequestListener; readonly seen: IncomingMessage[]; readonly origin: string };

export function aHostileProvider(): Hostile {
  const servers: Server[] = [];
  const hostile = {
    answer: ((_, response) => response.end()) as RequestListener,
    seen: [] as IncomingMessage[],
    origin: "",
  };
  beforeAll(async () => {
    hostile.origin = await listen(servers, (request, response) => {
      hostile.seen.push(request);
      hostile.answer(request, response);
    });
    process.env.OPENAI_BASE_URL = `${hostile.origin}/v1`;
  });
  beforeEach(() => void hostile.seen.splice(0));
  afterAll(() => servers.forEach((server) => void server.close().closeAllConnections()));
  return hostile;
}

async function listen(servers: Server[], listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
