import "server-only";

/** Every way in which a text is written down by programs: as it is, escaped, encoded, and as a list of its bytes. */
export function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, "utf8");
  const hex = bytes.toString("hex");
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    ...[hex, hex.toUpperCase(), spaced(hex), spaced(hex.toUpperCase())],
    ...[bytes.join(","), bytes.join(", ")],
    ...[0, 1, 2].flatMap((before) => base64After(bytes, before)),
  ];
}

const spaced = (hex: string): string => hex.replaceAll(/..(?=.)/g, "$& ");

/** Inside a longer text that is encoded as a whole, a secret begins at any of three places of a group. */
function base64After(bytes: Buffer, before: number): string[] {
  const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
  const known = encoded.slice(before === 0 ? 0 : before + 1).replace(/=+$/, "");
  return [known, known.replaceAll("+", "-").replaceAll("/", "_")];
}
