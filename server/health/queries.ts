import "server-only";
import { pool } from "../database/pool.ts";
import { ALIVE_WITHIN_MS } from "../worker/heartbeat.ts";

type State = "up" | "down";
export type Health = { readonly web: State; readonly database: State; readonly worker: State };

const PATIENCE_MS = 2_000;

/** Whoever can ask this has the web process; the rest it finds out. */
export async function healthOf(now: Date): Promise<Health> {
  const asked = pool().query<{ alive: boolean }>(
    "SELECT EXISTS (SELECT 1 FROM worker_heartbeat WHERE seen_at > $1) AS alive",
    [new Date(now.getTime() - ALIVE_WITHIN_MS)],
  );
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref());
  const answer = await Promise.race([asked.catch(() => null), late]);
  if (!answer) return { web: "up", database: "down", worker: "down" };
  return { web: "up", database: "up", worker: answer.rows[0]?.alive ? "up" : "down" };
}
