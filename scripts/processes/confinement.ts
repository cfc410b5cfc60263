import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "../database/account.ts";
import { SERVED } from "../portal/served.ts";
import { type Environment, ROOT } from "../setting/operator.ts";
import { requireNoWayOut } from "./ways-out.ts";
import { webAccount } from "./web-account.ts";

/** All of the project that the built portal reads while it runs, besides the course. */
const TREES = [SERVED, join(ROOT, "node_modules")];
const [LEASH, WALLS] = ["leash.mjs", "walls.mjs"].map((name) => join(ROOT, "scripts", name)) as [string, string];

type Confined = {
  readonly folder: string;
  readonly flags: readonly string[];
  readonly environment: Environment;
  readonly account: Account;
};

/**
 * Runs the web process under Node's permission model: it reads what it serves and nothing else (no keyring, no
 * secrets.json, no /proc), writes no file, starts no process and loads no native code. Where root starts it, it has a user
 * of its own besides, whom the system itself keeps from all that.
 */
export function confine(databaseUrl: string, content: string): Confined {
  const trees = [...new Set([...TREES, content].flatMap((tree) => [tree, realpathSync(tree)]))];
  requireNoWayOut(trees);
  const files = filesIn(databaseUrl);
  const readable = [...trees, LEASH, WALLS, ...files];
  return {
    folder: SERVED,
    // SQLite does not ask the permission model before it makes a file.
    flags: [
      "--permission",
      ...readable.map((path) => `--allow-fs-read=${path}`),
      ...["--no-experimental-sqlite", "--import", WALLS],
    ],
    // As in a standalone build: the configuration comes from the build, since compiling it takes native code.
    environment: { __NEXT_PRIVATE_STANDALONE_CONFIG: builtConfiguration() },
    account: webAccount([...trees, LEASH, WALLS, ...files]),
  };
}

function builtConfiguration(): string {
  const { config } = JSON.parse(readFileSync(join(SERVED, ".next/required-server-files.json"), "utf8"));
  return JSON.stringify(config);
}

/** Certificates that the database's address names. */
function filesIn(databaseUrl: string): string[] {
  const { searchParams } = new URL(databaseUrl);
  return ["sslrootcert", "sslcert", "sslkey"].flatMap((name) => searchParams.get(name) ?? []);
}
