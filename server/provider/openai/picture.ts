import "server-only";

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Buffer.from(bytes.subarray(at, at + text.length)).equals(Buffer.from(text, "latin1"));

/** Media type by the file's own first bytes, since it is served to a browser; null when it is no picture. */
export function imageTypeOf(bytes: Uint8Array): "image/webp" | "image/png" | "image/jpeg" | null {
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) return "image/webp";
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n")) return "image/png";
  if (startsWith(bytes, "\xff\xd8\xff")) return "image/jpeg";
  return null;
}
