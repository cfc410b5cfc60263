import { spawnSync } from "node:child_process";
import { PlainError } from "../plain-error.ts";

/** The operating system's user that PostgreSQL runs as; empty when that is whoever runs the command. */
export type Account = { uid?: number; gid?: number };

// On macOS the user of the system's own services is called _postgres.
const CANDIDATES = ["postgres", "_postgres", "nobody"];

/** PostgreSQL refuses to run as root, so root lends it another user. */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of CANDIDATES) {
    const [uid, gid] = [idOf(name, "-u"), idOf(name, "-g")];
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new PlainError(
    `PostgreSQL does not run as root, and none of the users ${CANDIDATES.join(", ")} exists here. Create one (useradd --system postgres), or run this as an ordinary user.`,
  );
}

/** Asked of the system itself, so that owners, modes and access lists of every parent folder count. */
export function canReach(account: Account, path: string): boolean {
  return spawnSync("test", ["-x", path], { ...account, cwd: "/" }).status === 0;
}

function idOf(user: string, flag: "-u" | "-g"): number | undefined {
  const { status, stdout } = spawnSync("id", [flag, user], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}
