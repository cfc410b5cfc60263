import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "./generated/client.ts";
import { pool } from "./pool.ts";

const kept = globalThis as { rozruchDatabase?: PrismaClient };

/** Made at first use, so that a build, which has no database, can load every module. */
export function database(): PrismaClient {
  kept.rozruchDatabase ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return kept.rozruchDatabase;
}

/** What a command writes with inside a transaction of its caller. */
export type Transaction = Prisma.TransactionClient;

export async function closeDatabase(): Promise<void> {
  await kept.rozruchDatabase?.$disconnect();
  delete kept.rozruchDatabase;
  await (globalThis as { rozruchPool?: { end(): Promise<void> } }).rozruchPool?.end();
  delete (globalThis as { rozruchPool?: unknown }).rozruchPool;
}

/** PostgreSQL refused because a natural key is taken: somebody else did the same thing first. */
export function isDuplicate(error: unknown): boolean {
  return (
    typeof error === "object" && error !== null && "code" in error && (error.code === "P2002" || error.code === "23505")
  );
}
