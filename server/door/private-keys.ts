import "server-only";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { webEnvironment } from "../environment.ts";

/** The process that faces the web ends at once where it could read the private vault keys: it must never be able to open a key. */
export async function refuseWithPrivateKeys(): Promise<void> {
  const { VAULT_KEYRING_FILE: keyring } = webEnvironment();
  if (!keyring || !(await canRead(keyring))) return;
  process.stderr.write(
    "The web process can read VAULT_KEYRING_FILE, and must not. Run it by `npm start`, or as another user than the worker.\n",
  );
  process.exit(1);
}

const canRead = (file: string): Promise<boolean> =>
  access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
