import "server-only";
import { Writable } from "node:stream";
import { redactKeys } from "#domain/redaction/key-like";
import { redact } from "#domain/redaction/redact";
import { withoutSecretsInUse } from "./secrets-in-use.ts";

/** Takes out secrets in use and what looks like a provider's key: a net under the allow-listed events, not the protection itself. */
export const scrubbed = (text: string): string => redactKeys(withoutSecretsInUse(text));

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

/** Begins a line of our own log: an event of the list with plain facts. */
const OWN = '{"level":';

/** What a process writes that is not its own log may quote anything, so whatever may be somebody's is taken out too. */
export function scrubbedOutput(text: string): string {
  const parts = withoutSecretsInUse(text).split(/(?<=\n)(?=\{"level":)/);
  return parts.map(scrubbedPart).join("");
}

function scrubbedPart(part: string): string {
  if (!part.startsWith(OWN)) return redact(part);
  const end = part.indexOf("\n") + 1 || part.length;
  return redactKeys(part.slice(0, end)) + redact(part.slice(end));
}
