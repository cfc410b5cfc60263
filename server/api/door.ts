import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { ipOf } from "../door/guard.ts";
import { countUse } from "../limit/limit.ts";
import { type Caller, callerOf } from "./caller.ts";
import { CursorError } from "./paging.ts";
import { problem } from "./problem.ts";
import type { Resource } from "./resource/resource.ts";
import { RESOURCES, type ResourceName } from "./resources.ts";
import { looksLikeToken } from "./token.ts";

/** Next gives no params at all to a path that has none. */
type Context = { readonly params?: Promise<object> };
type Handler = (request: Request, context: Context) => Promise<Response>;

/** The handler of one list: asks first whose token it is, whether there is time for it, and what it may read. */
export function answered(name: ResourceName): Handler {
  const resource = RESOURCES[name];
  return async (request, { params }) => {
    const asked = await askedBy(request, resource);
    if (asked instanceof Response) return asked;
    const [id = ""] = Object.values(((await params) ?? {}) as Record<string, string>);
    return answer(asked, resource, request, id);
  };
}

/** Whoever may read it, or what is wrong. */
async function askedBy(request: Request, { scope }: Resource): Promise<Caller | Response> {
  const { searchParams } = new URL(request.url);
  if ([...searchParams].flat().some(looksLikeToken)) return problem("token_in_address");
  const called = await callerOf(request.headers, new Date());
  if (!called.ok) return refusal(request, called.refusal);
  const caller = called.value;
  const limited = await countUse("api by token", caller.tokenId);
  if (!limited.allowed) return tooMany(limited.retryAfterSeconds);
  return caller.scopes.has(scope) ? caller : problem("wrong_scope", { members: { scope } });
}

/** Whoever guesses is counted; whoever has forgotten the header, or come too late, is not. */
async function refusal(request: Request, name: "no_token" | "wrong_token" | "expired_token"): Promise<Response> {
  if (name !== "wrong_token") return problem(name);
  const limited = await countUse("wrong api token by ip", ipOf(request.headers));
  return limited.allowed ? problem(name) : tooMany(limited.retryAfterSeconds);
}

const tooMany = (seconds: number): Response => problem("too_many", { headers: { "retry-after": String(seconds) } });

async function answer(caller: Caller, resource: Resource, request: Request, id: string): Promise<Response> {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const query = resource.query.safeParse(given);
  if (!query.success) return problem("wrong_query", { members: { errors: query.error.issues.map(errorOf) } });
  if (typeof given.cohort === "string" && !caller.cohortIds.includes(given.cohort)) return problem("not_found");
  try {
    const page = await resource.find(caller, query.data, id);
    return page ? tagged(request, pageSchema(resource).parse(page)) : problem("not_found");
  } catch (error) {
    if (!(error instanceof CursorError)) throw error;
    const reason = "Take the `next` of a page of this very list.";
    return problem("wrong_query", { members: { errors: [{ parameter: "cursor", reason }] } });
  }
}

export const pageSchema = ({ row }: Resource) =>
  z.object({
    data: z.array(row),
    next: z.string().nullable().describe("The cursor of the next page; null on the last."),
  });

const errorOf = (issue: z.core.$ZodIssue) => ({
  parameter: issue.code === "unrecognized_keys" ? issue.keys.join(", ") : issue.path.join("."),
  reason: issue.message,
});

/** The same answer again costs whoever has it already a few bytes. */
function tagged(request: Request, page: object): Response {
  const body = JSON.stringify(page);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = { etag, "cache-control": "private, no-cache", vary: "Authorization" };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
}
