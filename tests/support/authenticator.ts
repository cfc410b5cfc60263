import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

/** What a site may be told wrongly by whoever attacks it; everything has an honest default. */
export type Signing = {
  readonly challenge: string;
  readonly origin?: string;
  readonly rpID?: string;
  readonly isVerified?: boolean;
  readonly counter?: number;
  readonly type?: string;
};

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
const base64url = (bytes: Buffer | string) => Buffer.from(bytes).toString("base64url");

/** A device that makes one passkey (WebAuthn level 2, ES256, attestation `none`) and signs with it. */
export function anAuthenticator({ origin: home = "http://localhost:3000", rpID: site = "localhost" } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  const credential = { id: base64url(id), rawId: base64url(id), type: "public-key" };

  const clientData = ({ challenge, origin = home, type = "" }: Signing) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  const authenticatorData = ({ rpID = site, isVerified = true, counter = 1 }: Signing, rest = Buffer.alloc(0)) => {
    const flags = USER_PRESENT | (isVerified ? USER_VERIFIED : 0) | (rest.length > 0 ? HAS_CREDENTIAL : 0);
    return Buffer.concat([sha256(rpID), Buffer.from([flags]), uint32(counter), rest]);
  };

  const register = (signing: Signing) => {
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const cose = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, ...bytesOf(x), 0x22, ...bytesOf(y)];
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, Buffer.from(cose)]);
    const data = authenticatorData({ counter: 0, ...signing }, attested);
    const object = [
      0xa3,
      ...text("fmt"),
      ...text("none"),
      ...text("attStmt"),
      0xa0,
      ...text("authData"),
      0x58,
      data.length,
    ];
    return {
      ...credential,
      response: {
        clientDataJSON: base64url(clientData({ type: "webauthn.create", ...signing })),
        attestationObject: base64url(Buffer.concat([Buffer.from(object), data])),
        transports: ["internal"],
      },
      clientExtensionResults: {},
    };
  };

  const sign = (signing: Signing) => {
    const client = clientData({ type: "webauthn.get", ...signing });
    const data = authenticatorData(signing);
    const signature = createSign("sha256")
      .update(Buffer.concat([data, sha256(client)]))
      .sign(privateKey);
    return {
      ...credential,
      response: {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      },
      clientExtensionResults: {},
    };
  };

  return { register, sign };
}

function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

/** CBOR of a short text, and of the 32 bytes of a coordinate. */
const text = (words: string): number[] => [0x60 + words.length, ...Buffer.from(words)];
const bytesOf = (coordinate: string): number[] => [0x58, 0x20, ...Buffer.from(coordinate, "base64url")];
