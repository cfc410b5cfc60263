import "server-only";
import { type Arrival, deviceOf } from "../sign-in/arrival.ts";
import { sessionCookie } from "../sign-in/next-auth.ts";

type Cookies = { get(name: string): { value: string } | undefined };

/** What a request tells of somebody who is about to be signed in. */
export const arrivingBy = (method: Arrival["method"], request: Request, cookies: Cookies): Arrival => ({
  method,
  device: deviceOf(request.headers.get("user-agent")),
  before: cookies.get(sessionCookie())?.value ?? null,
});
