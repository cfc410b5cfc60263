import "server-only";
import { Writable } from "node:stream";
import { redactKeys } from "#domain/redaction/key-like";

/** Takes out what looks like a provider's key: a net under the allow-listed events, not the protection itself. */
export const scrubbed = (text: string): string => redactKeys(text);

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
