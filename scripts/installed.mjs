// What npm has put in place, compared with what the lock file asks for. Runs on Node 18 and on nothing but Node.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The runtime that the lock file brings. */
export const NODE = join(ROOT, "node_modules/node/bin/node");
export const CLIENT_STAMP = join(ROOT, "node_modules/.rozruch-client");

const read = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

/** npm writes its own list last of all, so a list that agrees also says that the installation was not cut short. */
export function packagesInPlace() {
  try {
    const wanted = read("package-lock.json").packages;
    const present = read("node_modules/.package-lock.json").packages;
    const strangers = Object.keys(present).filter((path) => !(path in wanted));
    const wrong = Object.entries(wanted).filter(([path, { version, integrity, optional, devOptional }]) => {
      if (path === "") return false;
      const found = present[path];
      return found ? found.version !== version || found.integrity !== integrity : !optional && !devOptional;
    });
    return strangers.length === 0 && wrong.length === 0 && existsSync(NODE);
  } catch {
    return false;
  }
}

export function clientFingerprint() {
  const { version } = read("node_modules/prisma/package.json");
  return createHash("sha256")
    .update(version)
    .update(readFileSync(join(ROOT, "prisma/schema.prisma")))
    .digest("hex");
}

export function clientInPlace() {
  const made = existsSync(join(ROOT, "server/database/generated/client.ts")) && existsSync(CLIENT_STAMP);
  return made && readFileSync(CLIENT_STAMP, "utf8") === clientFingerprint();
}
