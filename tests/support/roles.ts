import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "#server/database/generated/client";
import { closeSender } from "#server/jobs/enqueue";

type Role = "admin" | "owner" | "web" | "worker";
type Handle = { readonly address: string; readonly pool: pg.Pool; readonly prisma: PrismaClient; sender?: unknown };

/** Where the code under test keeps the connections of its process. */
const kept = globalThis as { rozruchPool?: pg.Pool; rozruchDatabase?: PrismaClient; rozruchSender?: unknown };

const handles = new Map<Role, Handle>();

/** One set of connections per database role, since a test file is both of our processes in one. It begins as the web. */
export function openRoles(addresses: Readonly<Record<Role, string>>): void {
  for (const [role, address] of Object.entries(addresses)) {
    const pool = new pg.Pool({ connectionString: address, max: 12 });
    pool.on("error", () => undefined);
    handles.set(role as Role, { address, pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) });
  }
  take(handleOf("web"));
}

let workers = 0;

/** Runs `work` with the rights of the worker's role; everything else in a test runs with the web's. */
export async function asWorker<Result>(work: () => Promise<Result>): Promise<Result> {
  if (workers++ === 0) swap("web", "worker");
  try {
    return await work();
  } finally {
    if (--workers === 0) swap("worker", "web");
  }
}

export const addressOf = (role: Role): string => handleOf(role).address;

/** The owner's own connection, to arrange and to look: no rule of the roles holds for it. */
export const ownerDatabase = (): PrismaClient => handleOf("owner").prisma;

/** Rows of a plain statement, under the rights of `role`. */
export const rowsAs = async (role: Role, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await handleOf(role).pool.query(sql, values)).rows;

export async function closeRoles(): Promise<void> {
  handleOf("web").sender = kept.rozruchSender;
  for (const { sender, prisma, pool } of handles.values()) {
    kept.rozruchSender = sender;
    await closeSender();
    await prisma.$disconnect();
    await pool.end();
  }
}

function handleOf(role: Role): Handle {
  const handle = handles.get(role);
  if (!handle) throw new Error("The connections of this test file are not open.");
  return handle;
}

function swap(from: Role, to: Role): void {
  handleOf(from).sender = kept.rozruchSender;
  take(handleOf(to));
}

function take({ pool, prisma, sender }: Handle): void {
  Object.assign(kept, { rozruchPool: pool, rozruchDatabase: prisma, rozruchSender: sender });
}
