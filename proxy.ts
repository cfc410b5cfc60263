import { type NextRequest, NextResponse } from "next/server";
import { type FilmHosts, filmHosts, NO_HOSTS } from "#server/course/film-hosts";
import { changesNothing, isFromHere } from "#server/door/guard";
import { policyOf } from "#server/door/policy";
import { environment } from "#server/environment";
import { requestIdIn } from "#server/log/request-id";

const isDevelopment = process.env.NODE_ENV === "development";
const TWO_YEARS_S = 63_072_000;

const isEncrypted = (): boolean => environment().APP_ORIGIN.startsWith("https:");

const HEADERS: Readonly<Record<string, string>> = {
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self)",
};

/** What is answered with a file, or with nothing, and headers of its own; every other path may be answered with a page. */
const isFile = (path: string): boolean =>
  /^\/(?:_next\/static\/.+|media\/[^/]+\/.+|ocr\/[^/]+\/[^/]+|icon\.svg)$/.test(path);

async function hostsFor(path: string): Promise<FilmHosts> {
  const [, module, lesson] = /^\/lessons\/([\w-]+)\/([\w-]+)\/?$/.exec(path) ?? [];
  return module && lesson ? filmHosts(module, lesson) : NO_HOSTS;
}

/**
 * In front of everything, files included: Next runs a Server Action that is posted to any path, also without an Origin,
 * so what would change something is let in here or not at all.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!changesNothing(request) && !isFromHere(request)) return refused();
  if (isFile(request.nextUrl.pathname)) return NextResponse.next();
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = policyOf(nonce, await hostsFor(request.nextUrl.pathname), isDevelopment);
  // For the page behind an action's redirect Next asks itself, with the action's own headers: both are one request.
  const requestId = requestIdIn(request.headers.get("x-request-id")) ?? crypto.randomUUID();
  // Next reads the nonce from the request's policy and puts it on its own scripts.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-request-id", requestId);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-request-id", requestId);
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  if (isEncrypted()) response.headers.set("strict-transport-security", `max-age=${TWO_YEARS_S}; includeSubDomains`);
  return response;
}

/** Whoever sees this has come from elsewhere, or by a browser that does not say from where. */
function refused(): NextResponse {
  const words =
    "Ten formularz nie przyszedł z tej strony. Otwórz portal w nowej karcie i spróbuj jeszcze raz.\n" +
    "This form did not come from this site. Open the portal in a new tab and try again.\n";
  return new NextResponse(words, {
    status: 403,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...HEADERS },
  });
}

export const config = { matcher: ["/:path*"] };
