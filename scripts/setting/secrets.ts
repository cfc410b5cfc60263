import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainError } from "../plain-error.ts";
import { isRoot } from "./operator.ts";

const MAKERS = {
  databaseAdmin: () => randomBytes(24).toString("base64url"),
  databaseOwner: () => randomBytes(24).toString("base64url"),
  databaseWeb: () => randomBytes(24).toString("base64url"),
  databaseWorker: () => randomBytes(24).toString("base64url"),
  authSecret: () => randomBytes(48).toString("base64url"),
  fingerprintKey: () => randomBytes(32).toString("hex"),
};

export type Secrets = Record<keyof typeof MAKERS, string>;

/** The secrets of this data folder, made at the first call and kept in a file that only its owner can read. */
export function openSecrets(dataDir: string): Secrets {
  openDataDir(dataDir);
  const file = join(dataDir, "secrets.json");
  const present = existsSync(file) ? parse(file) : {};
  const missing = Object.entries(MAKERS).filter(([name]) => !present[name as keyof Secrets]);
  const secrets = { ...present, ...Object.fromEntries(missing.map(([name, make]) => [name, make()])) } as Secrets;
  if (missing.length > 0) {
    const next = `${file}.next`;
    writeFileSync(next, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(next, file);
  }
  chmodSync(file, 0o600);
  return secrets;
}

/** PostgreSQL's user must be able to pass through a folder of root's; everything private in it is closed by itself. */
export function openDataDir(dataDir: string): void {
  if (existsSync(dataDir)) return;
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, isRoot() ? 0o711 : 0o700);
}

function parse(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>;
  } catch (error) {
    throw new PlainError(
      `${file} cannot be read (${String(error)}). Restore it; without it the data beside it stay closed.`,
    );
  }
}
