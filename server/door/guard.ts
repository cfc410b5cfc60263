import "server-only";
import { networkOf } from "#domain/sign-in/network";
import { environment, isDemo } from "../environment.ts";

/** Reads, by its method. */
export const changesNothing = ({ method }: Request): boolean => ["GET", "HEAD", "OPTIONS"].includes(method);

/** A form of this very site: the browser says so, and a missing word counts as a no. */
export function isFromHere({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  return ownOrigins().includes(headers.get("origin") ?? "") && (site === null || site === "same-origin");
}

/** Another site has sent the browser here. An older browser and a program do not say, and are nobody's link. */
export const isFromAnotherSite = ({ headers }: Request): boolean =>
  ["cross-site", "same-site"].includes(headers.get("sec-fetch-site") ?? "");

/** The demo is as often opened by the other name of one's own machine. */
export function ownOrigins(): readonly string[] {
  const { APP_ORIGIN } = environment();
  return isDemo() ? [APP_ORIGIN, APP_ORIGIN.replace("//127.0.0.1:", "//localhost:")] : [APP_ORIGIN];
}

const LARGEST_FORM_BYTES = 4_096;

/** The fields of a small form; null for anything that is no form, or too large to be ours. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return null;
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_FORM_BYTES * 3) return null;
  const text = await request.text();
  return text.length > LARGEST_FORM_BYTES * 3 ? null : new URLSearchParams(text);
}

const LARGEST_JSON_BYTES = 16_384;

/** The value that one of our own scripts posts; null for anything that is no JSON, or too large to be ours. */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) return null;
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_JSON_BYTES) return null;
  const text = await request.text();
  if (text.length > LARGEST_JSON_BYTES) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The network that a request comes from, by the nearest hop's word; good enough to count by, never to trust. */
export function ipOf(headers: Headers): string {
  return networkOf(headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown");
}

/** After a POST the browser goes on with GET; nothing of it is kept in a cache. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: path, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
