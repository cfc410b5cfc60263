import "server-only";
import { type Arrival, deviceOf } from "../sign-in/arrival.ts";
import type { NewSession } from "../sign-in/commands.ts";
import { sessionCookie } from "../sign-in/next-auth.ts";
import { forgottenNextPage, nextPageIn } from "../sign-in/next-page.ts";
import { seeOther } from "./guard.ts";

type Cookies = { get(name: string): { value: string } | undefined };

/** What a request tells of somebody who is about to be signed in. */
export const arrivingBy = (method: Arrival["method"], request: Request, cookies: Cookies): Arrival => ({
  method,
  device: deviceOf(request.headers.get("user-agent")),
  before: cookies.get(sessionCookie())?.value ?? null,
});

/** Where somebody goes whose session has just begun, and the cookies of the answer that sends them there. */
export function arrived(
  { cookies, isWhole }: NewSession,
  jar: Cookies,
  ...forgotten: string[]
): { readonly path: string; readonly cookies: readonly string[] } {
  // Whoever has yet to show a second factor goes on to that page afterwards.
  if (!isWhole) return { path: "/login/second", cookies: [...cookies, ...forgotten] };
  return { path: nextPageIn(jar), cookies: [...cookies, ...forgotten, forgottenNextPage()] };
}

/** The same as the answer to a form. */
export function welcome(...session: Parameters<typeof arrived>): Response {
  const { path, cookies } = arrived(...session);
  return seeOther(path, cookies);
}
