import { PlainError } from "../plain-error.ts";
import type { Supervisor } from "../processes/supervisor.ts";
import { setting } from "../setting/operator.ts";
import type { Secrets } from "../setting/secrets.ts";
import { startCluster } from "./cluster.ts";
import { addressWithoutPassword } from "./connection.ts";
import { ensureRoles, ensureRolesBeside, requireRoles, roleAddress } from "./roles.ts";

/** The same database as seen by its owner and by the two roles. */
export type Addresses = { owner: string; web: string; worker: string };

export type EmbeddedSettings = { dataDir: string; port: number; secrets: Secrets; durable?: boolean };

export const DATABASE = "rozruch";

/** Our own PostgreSQL, which the supervisor stops last. */
export async function openEmbedded(supervisor: Supervisor, settings: EmbeddedSettings): Promise<Addresses> {
  const { secrets } = settings;
  const log = supervisor.logs.open("postgres");
  const starting = startCluster({ ...settings, passwords: passwordsOf(secrets), log });
  // Adopted before it is up, so that whoever is asked to end in between waits for it and stops it.
  supervisor.adopt({
    name: "postgres",
    exited: starting.then(({ exited }) => exited, never),
    stop: () =>
      starting.then(
        (cluster) => cluster.stop(),
        () => undefined,
      ),
  });
  const cluster = await starting.catch((error: unknown) => {
    const last = supervisor.logs.tail("postgres");
    throw error instanceof PlainError ? new PlainError(`${error.message}\n${last}`) : error;
  });
  supervisor.logs.close(log);
  const owner = await cluster.database(DATABASE);
  const passwords = { web: secrets.databaseWeb, worker: secrets.databaseWorker };
  await ensureRoles(cluster.admin(DATABASE), passwords);
  return { owner, web: roleAddress(owner, "web", passwords), worker: roleAddress(owner, "worker", passwords) };
}

const passwordsOf = ({ databaseOwner: owner, databaseAdmin: admin }: Secrets) => ({ owner, admin });

const never = (): Promise<never> => new Promise(() => undefined);

/** Somebody else's PostgreSQL. */
export async function openForeign(owner: string, secrets: Secrets): Promise<Addresses> {
  requireAddress("DATABASE_URL", owner);
  const [web, worker] = [setting("WEB_DATABASE_URL"), setting("WORKER_DATABASE_URL")];
  if (Boolean(web) !== Boolean(worker)) {
    throw new PlainError("WEB_DATABASE_URL and WORKER_DATABASE_URL belong together: set both, or neither.");
  }
  if (web && worker) {
    requireAddress("WEB_DATABASE_URL", web);
    requireAddress("WORKER_DATABASE_URL", worker);
    await requireRoles(owner);
    return { owner, web, worker };
  }
  const passwords = { web: secrets.databaseWeb, worker: secrets.databaseWorker };
  await ensureRolesBeside(owner, passwords);
  return { owner, web: roleAddress(owner, "web", passwords), worker: roleAddress(owner, "worker", passwords) };
}

export function describeDatabase(addresses: Addresses): string {
  return addressWithoutPassword(addresses.owner);
}

function requireAddress(name: string, text: string): void {
  if (/^postgres(ql)?:\/\/[^/]+\/.+/.test(text) && URL.canParse(text)) return;
  throw new PlainError(`${name} is not an address such as postgresql://user:password@host:5432/database.`);
}
