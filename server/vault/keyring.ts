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

/** Public halves of the example keys of RFC 7748 (section 6.1) and RFC 9180 (appendices A.1 and A.2), and last of our own in tests/data, whose private halves everybody has. */
const PUBLISHED: ReadonlySet<string> = new Set(
  [
    "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
    "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
    "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431",
    "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d",
    "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
    "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a",
    "b56a4c79041715b76483a6deb4873dbb55afeec7c43990333855ba08d99b7222",
  ].map((hex) => Buffer.from(hex, "hex").toString("base64url")),
);

const PRIVATE_KEY_BYTES = 32;
const READABLE_BY_OTHERS = 0o077;

/** A keyring that follows its file: a vault key that is added or taken away there is added or taken away here. */
export type FollowedKeyring = { readonly keyring: Keyring; readonly follow: () => Promise<void> };

/** `follow` reads the file again where it has changed, and throws where that cannot be read; the keys then stay as they are. */
export async function followKeyring(file: string): Promise<FollowedKeyring> {
  let seen = await changedAt(file);
  const keyring = new Map(await readKeyring(file));
  const follow = async () => {
    const changed = await changedAt(file);
    if (changed === seen) return;
    const next = await readKeyring(file);
    for (const id of keyring.keys()) if (!next.has(id)) keyring.delete(id);
    for (const [id, key] of next) keyring.set(id, key);
    seen = changed;
  };
  return { keyring, follow };
}

/** A rename gives another inode, also within one tick of the clock. */
const changedAt = (file: string): Promise<string> =>
  stat(file).then(
    ({ mtimeMs, ino }) => `${mtimeMs} ${ino}`,
    () => "",
  );

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
  const imported = await importJwk(bytes);
  if (PUBLISHED.has(imported.x ?? "")) throw new KeyringError(`The vault key ${id} is a published example.`);
  // The library imports keys that can be exported again; this one serves to agree on secrets and for nothing else.
  return crypto.subtle.importKey("jwk", { ...imported, ext: false }, "X25519", false, ["deriveBits"]);
}

async function importJwk(bytes: Buffer): Promise<JsonWebKey> {
  const jwk = await crypto.subtle.exportKey(
    "jwk",
    await suite.kem.importKey("raw", new Uint8Array(bytes).buffer, false),
  );
  bytes.fill(0);
  return jwk;
}
