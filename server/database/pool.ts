import "server-only";
import pg from "pg";
import { environment } from "../environment.ts";

const CONNECTIONS = 12;

// The development server loads modules anew; one pool per process survives that.
const kept = globalThis as { rozruchPool?: pg.Pool };

/** The connections of this process's own database role, shared by Prisma, the limiter and plain SQL. */
export function pool(): pg.Pool {
  kept.rozruchPool ??= openPool();
  return kept.rozruchPool;
}

function openPool(): pg.Pool {
  const opened = new pg.Pool({ connectionString: environment().DATABASE_URL, max: CONNECTIONS });
  // An idle connection that breaks (the database restarts) is replaced at the next query; without a listener it would end the process.
  opened.on("error", () => undefined);
  return opened;
}
