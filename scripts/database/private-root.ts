import { chmodSync, mkdirSync } from "node:fs";
import { PlainError, reasonOf } from "../plain-error.ts";

const PRIVATE_ROOT = "/var/lib/rozruch";

/**
 * Where root puts what the database's user must reach when the portal itself lies below a folder that only root may
 * enter. Nothing of the operator's own folders is loosened.
 */
export function openPrivateRoot(): string {
  try {
    mkdirSync(PRIVATE_ROOT, { recursive: true });
    chmodSync(PRIVATE_ROOT, 0o755);
    return PRIVATE_ROOT;
  } catch (error) {
    throw new PlainError(
      `PostgreSQL cannot run as root, and its user can reach neither this folder nor ${PRIVATE_ROOT} (${reasonOf(error)}). Move the portal to a folder that others may enter, or set DATABASE_URL.`,
    );
  }
}
