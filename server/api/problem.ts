import "server-only";

/** What went wrong and what to do, for a program and for whoever reads its log (RFC 9457). Titles are those of docs/connections.md. */
const PROBLEMS = {
  no_token: [401, "No token", "Send a token of the page Connections as 'Authorization: Bearer rzr_…'."],
  wrong_token: [401, "Unknown token", "Nobody has this token any more. Make a new one on the page Connections."],
  expired_token: [401, "Expired token", "This token has reached its last day. Make a new one on the page Connections."],
  token_in_address: [
    400,
    "Token in the address",
    "Addresses end up in logs. Send the token as 'Authorization: Bearer rzr_…', and delete the one that was sent here.",
  ],
  wrong_scope: [403, "Not this token's to read", "Make a token with this scope on the page Connections."],
  wrong_query: [400, "Wrong parameters", "Look at 'errors', and at /api/v1/openapi.json."],
  not_found: [404, "Not there", "There is no such thing, or it is not in a cohort that the token's maker teaches."],
  too_many: [429, "Too many requests", "Wait for as many seconds as the header Retry-After says."],
} as const satisfies Readonly<Record<string, readonly [number, string, string]>>;

export type ProblemName = keyof typeof PROBLEMS;
export const PROBLEM_STATUSES = [...new Set(Object.values(PROBLEMS).map(([status]) => status))].sort();

type More = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly members?: Readonly<Record<string, unknown>>;
};

export function problem(name: ProblemName, { headers, members }: More = {}): Response {
  const [status, title, detail] = PROBLEMS[name];
  const body = { type: `urn:rozruch:problem:${name}`, title, status, detail, ...members };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(status === 401 && { "www-authenticate": 'Bearer realm="rozruch"' }),
      ...headers,
    },
  });
}
