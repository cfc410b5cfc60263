import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "./journey.ts";

type Received = { readonly headers: Record<string, string>; readonly body: string; readonly path: string };

/** Somebody's program that listens for webhooks while a file's journeys last. */
export function aListener() {
  const received: Received[] = [];
  let status = 200;
  let wait: string | null = null;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    received.push({ headers: request.headers as Record<string, string>, body, path: request.url ?? "" });
    response.writeHead(status, wait === null ? {} : { "retry-after": wait }).end();
  });
  test.beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  test.afterAll(() => void server.close().closeAllConnections());
  return {
    url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received: () => received,
    answerWith: (wanted: number, retryAfter: string | null = null) => {
      status = wanted;
      wait = retryAfter;
    },
  };
}
