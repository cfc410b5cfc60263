import { spawn } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { connected } from "../../scripts/database/connection.ts";
import { roleAddress } from "../../scripts/database/roles.ts";
import { createVaultKey } from "../../scripts/vault/keys.ts";
import { activate } from "../../scripts/vault/states.ts";
import { addressOf, ownerDatabase } from "./roles.ts";

const ROOT = join(import.meta.dirname, "../..");

export type OwnVault = {
  readonly keyringFile: string;
  readonly newKey: () => Promise<string>;
  readonly vault: (...words: string[]) => Command;
  /** The same over another database, with another keyring where one is named. */
  readonly vaultOf: (owner: string, keyringFile?: string) => (...words: string[]) => Command;
};
export type Command = {
  readonly output: () => string;
  readonly exited: Promise<number | null>;
  kill(): void;
};

/** A keyring file of this test file's own, and `npm run vault` over it and over this test file's database. */
export function aVault(): OwnVault {
  const held = { keyringFile: "", folder: "" };
  beforeAll(async () => {
    held.folder = await mkdtemp(join(tmpdir(), "vault-"));
    held.keyringFile = join(held.folder, "keyring.json");
    await copyFile(inject("cluster").keyringFile, held.keyringFile);
  });
  afterAll(() => rm(held.folder, { recursive: true }));
  return Object.assign(held, {
    newKey: () => createVaultKey(addressOf("owner"), held.keyringFile),
    vault: (...words: string[]) => run({ ...held, owner: addressOf("owner") }, words),
    vaultOf:
      (owner: string, keyringFile = held.keyringFile) =>
      (...words: string[]) =>
        run({ ...held, keyringFile, owner }, words),
  });
}

export const activeKey = () => ownerDatabase().vaultKey.findFirstOrThrow({ where: { state: "active" } });
export const stateOf = async (id: string) => (await ownerDatabase().vaultKey.findUnique({ where: { id } }))?.state;
export const activated = (id: string) => connected(addressOf("owner"), (client) => activate(client, id));

type Place = { readonly keyringFile: string; readonly folder: string; readonly owner: string };

function run({ keyringFile, folder, owner }: Place, words: readonly string[]): Command {
  const { passwords } = inject("cluster");
  const child = spawn(process.execPath, ["--conditions=react-server", "scripts/vault.ts", ...words], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      DATA_DIR: join(folder, "data"),
      DATABASE_URL: owner,
      WEB_DATABASE_URL: roleAddress(owner, "web", passwords),
      WORKER_DATABASE_URL: roleAddress(owner, "worker", passwords),
      VAULT_KEYRING_FILE: keyringFile,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { output: () => output, exited, kill: () => void child.kill("SIGKILL") };
}

/** As if its successor had been activated long ago. */
export const rested = (id: string) =>
  ownerDatabase().vaultKey.update({ where: { id }, data: { stateAt: new Date(Date.now() - 120_000) } });
