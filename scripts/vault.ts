import { resolve } from "node:path";
import { KeyringError } from "#server/vault/keyring";
import { PlainError } from "./plain-error.ts";
import { withOwnDatabase } from "./portal/own-database.ts";
import { runCommand } from "./processes/report.ts";
import { dataDir, ROOT, setting } from "./setting/operator.ts";
import { COMMANDS, USAGE } from "./vault/commands.ts";

/** Where the private halves are: the operator's file, else the demo's. */
const keyringFile = (): string => resolve(ROOT, setting("VAULT_KEYRING_FILE") ?? `${dataDir()}/vault/keyring.json`);

await runCommand(async () => {
  const [name = "", ...words] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) throw new PlainError(USAGE);
  let isWell = true;
  const work = async (owner: string) => {
    isWell = await command({ owner, keyringFile: keyringFile(), words });
  };
  const code = await withOwnDatabase("vault", work).catch((error: unknown) => {
    throw error instanceof KeyringError ? new PlainError(error.message) : error;
  });
  return code === 0 && !isWell ? 1 : code;
});
