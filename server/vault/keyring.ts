import "server-only";
import { readFile, stat } from "node:fs/promises";
import { z } from "zod";
import { suite } from "./cipher.ts";

/** The worker's private vault keys by id. Held as CryptoKeys that cannot be exported. */
export type Keyring = ReadonlyMap<string, CryptoKey>;

/** The operator's to mend; never told to a student as a fault of the key. */
export class KeyringError extends Error {}

const KeyringFile = z.object({
  keys: z.array(z.object({ id: z.string().min(1).max(40), private: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })).min(1),
});

const PRIVATE_KEY_BYTES = 32;
const READABLE_BY_OTHERS = 0o077;

export async function readKeyring(file: string): Promise<Keyring> {
  const { keys } = parse(await readPrivately(file), file);
  const ids = keys.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new KeyringError(`${file} names a vault key twice.`);
  return new Map(await Promise.all(keys.map(async (key) => [key.id, await importPrivate(key)] as const)));
}

async function readPrivately(file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new KeyringError(`There is no vault keyring at ${file}. \`npm run vault -- new\` makes one.`);
  if ((found.mode & READABLE_BY_OTHERS) !== 0) {
    throw new KeyringError(`${file} can be read by other users. \`chmod 600\` it.`);
  }
  return readFile(file, "utf8");
}

function parse(text: string, file: string): z.infer<typeof KeyringFile> {
  try {
    return KeyringFile.parse(JSON.parse(text));
  } catch {
    throw new KeyringError(`${file} is no vault keyring, or a key in it has the wrong length.`);
  }
}

async function importPrivate({ id, private: encoded }: { id: string; private: string }): Promise<CryptoKey> {
  const bytes = Buffer.from(encoded, "base64url");
  if (bytes.length !== PRIVATE_KEY_BYTES || new Set(bytes).size === 1) {
    throw new KeyringError(`The vault key ${id} is not a real key.`);
  }
  const jwk = await crypto.subtle.exportKey(
    "jwk",
    await suite.kem.importKey("raw", new Uint8Array(bytes).buffer, false),
  );
  bytes.fill(0);
  // The library imports keys that can be exported again; this one serves to agree on secrets and for nothing else.
  return crypto.subtle.importKey("jwk", { ...jwk, ext: false }, "X25519", false, ["deriveBits"]);
}
