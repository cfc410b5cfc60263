import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startCluster, stopLeftoverCluster } from "../../scripts/database/cluster.ts";
import { migrate } from "../../scripts/database/migrate.ts";
import { removePlace } from "../../scripts/database/place.ts";
import { ensureRoles, type RolePasswords } from "../../scripts/database/roles.ts";
import { freePorts } from "../../scripts/processes/ports.ts";
import { createVaultKey } from "../../scripts/vault/keys.ts";

/** What a test file needs in order to make a database of its own. */
export type TestCluster = {
  /** The owner's address of the migrated database that every other is a copy of. */
  readonly template: string;
  /** The superuser's, who makes and drops databases. */
  readonly admin: string;
  readonly passwords: RolePasswords;
  /** Opens the vault key that is active in the template. */
  readonly keyringFile: string;
  /** What PostgreSQL itself logs. */
  readonly logFile: string;
};

declare module "vitest" {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

const FOLDER = /^rozruch-tests-(\d+)$/;
const password = () => randomBytes(18).toString("base64url");

/** A PostgreSQL of this run's own, with one migrated database as the template of all others. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const name of readdirSync(tmpdir())) await removeLeftover(name);
  const dataDir = join(tmpdir(), `rozruch-tests-${process.pid}`);
  mkdirSync(dataDir);
  // PostgreSQL does not run as root, so its own user must be able to pass; what is private is closed by itself.
  chmodSync(dataDir, 0o711);
  const [port = 0] = await freePorts(1);
  const logFile = join(dataDir, "postgres.log");
  const log = openSync(logFile, "a", 0o600);
  const cluster = await startCluster({
    dataDir,
    port,
    passwords: { owner: password(), admin: password() },
    log,
    durable: false,
  });
  closeSync(log);
  const template = await cluster.database("rozruch_template");
  const passwords = { web: password(), worker: password() };
  const keyringFile = join(dataDir, "keyring.json");
  const admin = cluster.admin("postgres");
  await ensureRoles(admin, passwords);
  await migrate(template, { log: () => undefined });
  await createVaultKey(template, keyringFile);
  project.provide("cluster", { template, admin, passwords, keyringFile, logFile });
  return async () => {
    await cluster.stop();
    remove(dataDir);
  };
}

/** What a run that was killed could not take away itself. */
async function removeLeftover(name: string): Promise<void> {
  const pid = Number(FOLDER.exec(name)?.[1] ?? 0);
  if (pid === 0 || isAlive(pid)) return;
  await stopLeftoverCluster(join(tmpdir(), name));
  remove(join(tmpdir(), name));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function remove(dataDir: string): void {
  removePlace(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}
