import "server-only";
import { Writable } from "node:stream";

/** What looks like a provider's key: a net under the allow-listed events, not the protection itself. */
const KEY_LIKE =
  /\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{16,}|\bAIza[A-Za-z0-9_-]{20,}|\b(?:gsk|hf|xai|pplx|ghp|github_pat)[-_][A-Za-z0-9_-]{16,}/g;

export const scrubbed = (text: string): string => text.replaceAll(KEY_LIKE, "[secret]");

/** A stream in front of a sink that takes out whatever looks like a key. */
export function scrub(sink: NodeJS.WritableStream): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, next) {
      sink.write(scrubbed(String(chunk)));
      next();
    },
  });
}
