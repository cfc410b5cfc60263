import { spawnSync } from "node:child_process";
import { PlainError } from "../plain-error.ts";

/** A user of the operating system that a program runs as; empty when that is whoever runs the command. */
export type Account = { uid?: number; gid?: number };

// On macOS the user of the system's own services is called _postgres.
const CANDIDATES = ["postgres", "_postgres", "nobody"];

/** PostgreSQL refuses to run as root, so root lends it another user. */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of CANDIDATES) {
    const account = accountNamed(name);
    if (account) return account;
  }
  throw new PlainError(
    `PostgreSQL does not run as root, and none of the users ${CANDIDATES.join(", ")} exists here. Create one (useradd --system postgres), or run this as an ordinary user.`,
  );
}

/** Asked of the system itself, so that owners, modes and access lists of every parent folder count. */
export const canReach = (account: Account, path: string): boolean => passes(account, "-x", path);
export const canRead = (account: Account, path: string): boolean => passes(account, "-r", path);

function passes(account: Account, test: "-x" | "-r", path: string): boolean {
  return spawnSync("test", [test, path], { ...account, cwd: "/" }).status === 0;
}

export function accountNamed(name: string): Account | undefined {
  const [uid, gid] = [idOf(name, "-u"), idOf(name, "-g")];
  return uid !== undefined && gid !== undefined ? { uid, gid } : undefined;
}

function idOf(user: string, flag: "-u" | "-g"): number | undefined {
  const { status, stdout } = spawnSync("id", [flag, user], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}
