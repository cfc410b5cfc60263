import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "./answer.ts";

type Headers = Readonly<Record<string, string>>;

const JSON_TYPE = { "content-type": "application/json" };
const DRIP_MS = 1000;

const GATEWAY_PAGE = `<html>
<head><title>502 Bad Gateway</title></head>
<body>
<center><h1>502 Bad Gateway</h1></center>
<hr><center>cloudflare</center>
</body>
</html>
`;

/** Puts an answer on the wire. Resolves when it is sent, or when the client has gone. */
export async function deliver(answer: Answer, response: ServerResponse, headers: Headers, gone: AbortSignal) {
  switch (answer.kind) {
    case "success":
      response.writeHead(200, { ...JSON_TYPE, ...headers }).end(JSON.stringify(answer.body, null, 2));
      return;
    case "other":
      response.writeHead(answer.status, { ...JSON_TYPE, ...headers }).end(JSON.stringify(answer.body, null, 2));
      return;
    case "refusal": {
      const { status, message, type, param, code } = answer;
      const body = { error: { message, type, param, code } };
      response.writeHead(status, { ...JSON_TYPE, ...headers, ...answer.headers }).end(JSON.stringify(body, null, 2));
      return;
    }
    case "html":
      response.writeHead(502, { "content-type": "text/html" }).end(GATEWAY_PAGE);
      return;
    case "hangs":
      return; // the client goes first
    case "cut":
      response.destroy();
      return;
    case "drips":
      response.writeHead(200, { ...JSON_TYPE, ...headers });
      await drip(JSON.stringify(answer.body), response, gone);
  }
}

async function drip(text: string, response: ServerResponse, gone: AbortSignal): Promise<void> {
  for (const byte of Buffer.from(text)) {
    response.write(Buffer.of(byte));
    await pause(DRIP_MS, undefined, { signal: gone });
  }
  response.end();
}
