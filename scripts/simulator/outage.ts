import type { IncomingMessage, ServerResponse } from "node:http";
import { SERVER_ERROR } from "./refusal.ts";

/** While it is down the provider answers every call alike, whatever the key. */
export type Outage = { isOn: boolean };

export const anOutage = (): Outage => ({ isOn: false });

export const WHILE_DOWN = SERVER_ERROR;

/** `POST /outage` takes the provider down, `DELETE /outage` brings it back, `GET /outage` says which. */
export function switchOutage({ method }: IncomingMessage, response: ServerResponse, outage: Outage): void {
  if (method === "POST") outage.isOn = true;
  if (method === "DELETE") outage.isOn = false;
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ isOn: outage.isOn }));
}
