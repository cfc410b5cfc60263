import "server-only";

/** The row that sealed bytes belong to. They open for no other. */
export type Binding = {
  readonly provider: string;
  readonly userId: string;
  readonly credentialId: string;
  readonly version: number;
  readonly vaultKeyId: string;
};

/** Of the sealed form; an older one must stay readable for as long as a row has it. */
export const FORMAT = 1;

const LABEL = "rozruch vault";

function lengthPrefixed(part: string): Buffer {
  const bytes = Buffer.from(part, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** HPKE's info: what the bytes are for. */
export const infoOf = (vaultKeyId: string): Buffer =>
  Buffer.concat([LABEL, String(FORMAT), vaultKeyId].map(lengthPrefixed));

/** HPKE's AAD: each field with its length before it, so that no two rows give the same bytes. */
export function aadOf({ provider, userId, credentialId, version, vaultKeyId }: Binding): Buffer {
  return Buffer.concat(
    [String(FORMAT), provider, userId, credentialId, String(version), vaultKeyId].map(lengthPrefixed),
  );
}
