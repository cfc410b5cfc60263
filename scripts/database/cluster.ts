import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { PlainError } from "../plain-error.ts";
import { type Exit, exitOf, lives, stopProcess } from "../processes/exit.ts";
import { type Account, databaseAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { stopLeftover } from "./leftover.ts";
import { ADMIN, OWNER, openOwned, partAdminFromOwner } from "./owner.ts";
import { openPlace } from "./place.ts";

const READY_MS = 90_000;
const RETRY_MS = 60;
const STOP_MS = 30_000;
/** Nothing of the operator's: PostgreSQL would take defaults from PGPORT and the like. */
const ENVIRONMENT = { LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;

export type Cluster = {
  exited: Promise<Exit>;
  /** The owner's address of a database of that name, which is made when it is not there. */
  database(name: string): Promise<string>;
  /** The superuser's, who makes roles. */
  admin(name: string): string;
  stop(): Promise<void>;
};

export type ClusterSettings = {
  dataDir: string;
  port: number;
  passwords: { owner: string; admin: string };
  /** File descriptor that PostgreSQL writes its log to. */
  log: number;
  /** False for clusters that are thrown away: nothing is waited for until it is on the disk. */
  durable?: boolean;
};

type Ground = { binaries: Binaries; account: Account; place: string; data: string };

export const ownerAddress = (port: number, password: string, database: string): string =>
  addressAt(port)(OWNER, password, database);

const addressAt = (port: number) => (role: string, password: string, database: string) =>
  `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** Ends what a killed run left behind. Says whether a PostgreSQL was still there. */
export async function stopLeftoverCluster(dataDir: string): Promise<boolean> {
  const { binaries, account, data } = await ground(dataDir);
  return stopLeftover(binaries, account, data);
}

/** A real PostgreSQL on 127.0.0.1 with its data below `dataDir`; made at the first call. */
export async function startCluster(settings: ClusterSettings): Promise<Cluster> {
  const { binaries, account, place, data } = await ground(settings.dataDir);
  stopLeftover(binaries, account, data);
  if (!existsSync(data)) initialise(binaries, account, place, settings);
  const child = spawn(binaries.postgres, ["-D", data, ...serverSettings(settings)], {
    ...account,
    cwd: "/",
    // Outside the terminal's process group: Ctrl-C must not take the database away before those who write to it.
    detached: true,
    stdio: ["ignore", settings.log, settings.log],
    env: ENVIRONMENT,
  });
  const exited = exitOf(child);
  const { passwords } = settings;
  const address = addressAt(settings.port);
  const admin = (name: string) => address(ADMIN, passwords.admin, name);
  const stop = () => stopProcess(child, exited, { signal: "SIGINT", graceMs: STOP_MS, last: "SIGQUIT" });
  await untilOpen(address, passwords, exited).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    exited,
    stop,
    admin,
    database: (name) => openOwned({ address }, passwords, name),
  };
}

async function ground(dataDir: string): Promise<Ground> {
  const account = databaseAccount();
  const place = openPlace(dataDir, account);
  return { account, place, data: join(place, "data"), binaries: await findBinaries(account) };
}

function initialise({ initdb }: Binaries, account: Account, place: string, { passwords }: ClusterSettings): void {
  // Made beside and renamed: a run that was killed here leaves nothing that looks like a cluster.
  const unfinished = join(place, "data.unfinished");
  const password = join(place, "password");
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(password, passwords.admin, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(password, account.uid, account.gid);
  // The built-in locale sorts and folds the same on every machine; C for the rest keeps messages in English.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const admin = [`--username=${ADMIN}`, `--pwfile=${password}`, "--auth=scram-sha-256"];
  const { status, stderr } = spawnSync(initdb, ["-D", unfinished, "--data-checksums", ...locale, ...admin], {
    ...account,
    cwd: "/",
    encoding: "utf8",
    env: ENVIRONMENT,
  });
  rmSync(password, { force: true });
  if (status !== 0) throw new PlainError(`PostgreSQL's initdb failed in ${unfinished}:\n${stderr ?? ""}`);
  renameSync(unfinished, join(place, "data"));
}

function serverSettings({ port, durable = true }: ClusterSettings): string[] {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    max_connections: 200,
    logging_collector: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Until the superuser is let in. Where the owner still is one, it is made plain first. */
async function untilOpen(
  address: ReturnType<typeof addressAt>,
  passwords: ClusterSettings["passwords"],
  exited: Promise<Exit>,
): Promise<void> {
  const isOpen = await untilAnswered(address(ADMIN, passwords.admin, "postgres"), exited);
  if (isOpen) return;
  if (!(await untilAnswered(address(OWNER, passwords.owner, "postgres"), exited))) throw new PlainError(OTHER_DATA);
  await partAdminFromOwner({ address }, passwords);
}

const OTHER_DATA =
  "The embedded PostgreSQL does not accept the password in secrets.json: the file belongs to other data. Restore it, or delete the data folder to start afresh.";

/** Whether it lets in whoever knocks. */
async function untilAnswered(address: string, exited: Promise<Exit>): Promise<boolean> {
  const deadline = Date.now() + READY_MS;
  for (;;) {
    const refusal = await knock(address);
    if (!refusal) return true;
    if (refusal.code === "28P01") return false;
    if (!(await lives(exited, RETRY_MS))) throw new PlainError("The embedded PostgreSQL ended while starting.");
    if (Date.now() > deadline)
      throw new PlainError(`The embedded PostgreSQL gave no answer within ${READY_MS / 1000} s.`);
  }
}

async function knock(address: string): Promise<{ code?: string } | undefined> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return error as { code?: string };
  } finally {
    await client.end().catch(() => undefined);
  }
}
