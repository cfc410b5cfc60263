import { openApi } from "#server/api/queries";

export const dynamic = "force-dynamic";

/** What the API has, for programs that build their own calls from it. It tells of nobody. */
export function GET(): Response {
  return Response.json(openApi(), { headers: { "cache-control": "public, max-age=300" } });
}
