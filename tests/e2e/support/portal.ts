import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { ADMIN } from "../../../scripts/database/owner.ts";
import { roleAddress } from "../../../scripts/database/roles.ts";
import { freePorts } from "../../../scripts/processes/ports.ts";
import { webProgram } from "../../../scripts/processes/programs.ts";
import { ROOT } from "../../../scripts/setting/operator.ts";
import { addresses } from "./addresses.ts";

/** Of the portal that the journeys visit. */
export const DATA_DIR = join(addresses.logs, "..");
export const KEYRING = join(DATA_DIR, "vault/keyring.json");

const secrets = () => JSON.parse(readFileSync(join(DATA_DIR, "secrets.json"), "utf8")) as Record<string, string>;

/** The superuser's, for what no role of the portal may: of the whole cluster, or of a database in it. */
export const adminAddress = (name = "postgres"): string => {
  const { databaseAdmin = "" } = secrets();
  return Object.assign(new URL(addresses.database), { username: ADMIN, password: databaseAdmin, pathname: `/${name}` })
    .href;
};

/** The address of one of the two roles, of the journeys' database or of another of the same cluster. */
export function addressOf(role: "web" | "worker", database = addresses.database): string {
  const { databaseWeb = "", databaseWorker = "" } = secrets();
  return roleAddress(database, role, { web: databaseWeb, worker: databaseWorker });
}

type Wish = {
  readonly database?: string;
  readonly mode?: "test" | "production";
  /** Whether it has a name, as passkeys want it. */
  readonly isNamed?: boolean;
  /** A course of its own. */
  readonly content?: string;
  /** What the operator has set besides. */
  readonly set?: Readonly<Record<string, string>>;
};

/** The web process as `npm start` and `npm run demo` run it, at an address of its own. */
export async function aWebProgram({
  database = addresses.database,
  mode = "test",
  isNamed = false,
  content,
  set = {},
}: Wish = {}) {
  const [port = 0] = await freePorts(1);
  const { authSecret = "", fingerprintKey = "" } = secrets();
  const databaseUrl = addressOf("web", database);
  const origin = `http://${isNamed ? "localhost" : "127.0.0.1"}:${port}`;
  const program = webProgram({
    ...{ mode, origin, host: "127.0.0.1", port, databaseUrl, authSecret, fingerprintKey },
    keyringFile: KEYRING,
    ...(content !== undefined && { content }),
  });
  return { ...program, environment: { ...program.environment, ...set }, origin, authSecret };
}

export function started(program: Awaited<ReturnType<typeof aWebProgram>>, args = program.arguments) {
  const env = program.environment as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, args, { ...program.account, cwd: ROOT, env });
  const heard = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (heard.text += chunk));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, heard, exited };
}

/** Such a web process for as long as `visit` takes; gives it the address. */
export async function withWeb(wish: Wish, visit: (origin: string) => Promise<void>): Promise<void> {
  const program = await aWebProgram(wish);
  const { child, exited, heard } = started(program);
  const up = async () => (await fetch(`${program.origin}/api/health`)).ok;
  try {
    await expect.poll(() => up().catch(() => false), { message: heard.text, timeout: 60_000 }).toBe(true);
    await visit(program.origin);
  } finally {
    // Pages that listen for changes hold their connections open for as long as they are let.
    child.kill("SIGKILL");
    await exited;
  }
}
