import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { type Environment, ROOT } from "../setting/operator.ts";

/** All of the project that the built portal reads while it runs. */
const SERVED = ["node_modules", ".next", "content", "package.json"];
const PRELOADED = join(ROOT, "scripts/leash.mjs");

type Confined = { readonly folder: string; readonly flags: readonly string[]; readonly environment: Environment };

/**
 * Runs the web process under Node's permission model: it reads what it serves and nothing else (no keyring, no
 * secrets.json, no /proc), writes no file, starts no process and loads no native code. What it is not given it cannot
 * ask for either, so it runs in a folder of its own that has links to those things alone.
 */
export function confine({ dataDir, databaseUrl }: { dataDir: string; databaseUrl: string }): Confined {
  const folder = join(dataDir, "web");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const name of SERVED) symlinkSync(join(ROOT, name), join(folder, name));
  const readable = [folder, ...SERVED.map((name) => join(ROOT, name)), PRELOADED, ...filesIn(databaseUrl)];
  return {
    folder,
    flags: ["--permission", ...readable.map((path) => `--allow-fs-read=${path}`)],
    // As in a standalone build: the configuration comes from the build, since compiling it takes native code.
    environment: { __NEXT_PRIVATE_STANDALONE_CONFIG: builtConfiguration() },
  };
}

function builtConfiguration(): string {
  const { config } = JSON.parse(readFileSync(join(ROOT, ".next/required-server-files.json"), "utf8"));
  return JSON.stringify(config);
}

/** Certificates that the database's address names. */
function filesIn(databaseUrl: string): string[] {
  const { searchParams } = new URL(databaseUrl);
  return ["sslrootcert", "sslcert", "sslkey"].flatMap((name) => searchParams.get(name) ?? []);
}
