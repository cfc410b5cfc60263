import { healthOf } from "#server/health/queries";

export const dynamic = "force-dynamic";

/** 200 only when web, database and a live worker are there; otherwise 503, and the body says which is missing. */
export async function GET(): Promise<Response> {
  const health = await healthOf(new Date());
  const isWell = Object.values(health).every((state) => state === "up");
  return Response.json(
    { status: isWell ? "up" : "down", ...health },
    { status: isWell ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
