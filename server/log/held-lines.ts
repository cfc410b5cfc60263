import "server-only";
import { StringDecoder } from "node:string_decoder";
import { scrubbedOutput } from "./scrub.ts";

/** Whoever writes more than this without ending a line waits no longer. */
const LONGEST_LINE = 65_536;
/** Longer than any key in any form. */
const HELD_BACK = 4_096;

export type HeldLines = {
  /** What may be passed on now. */
  take(chunk: string | Uint8Array, encoding?: BufferEncoding): string;
  /** Whatever is still held. */
  rest(): string;
};

/** Holds a line back until it has ended, so that what arrives in pieces is looked through as a whole. */
export function holdLines(): HeldLines {
  const decoder = new StringDecoder("utf8");
  let held = "";
  const release = (upTo: number): string => {
    const text = scrubbedOutput(held.slice(0, upTo));
    held = held.slice(upTo);
    return text;
  };
  return {
    take: (chunk, encoding = "utf8") => {
      held += decoder.write(typeof chunk === "string" ? Buffer.from(chunk, encoding) : Buffer.from(chunk));
      const passed = release(held.lastIndexOf("\n") + 1);
      if (held.length <= LONGEST_LINE) return passed;
      held = scrubbedOutput(held);
      const begun = held.slice(0, -HELD_BACK);
      held = held.slice(-HELD_BACK);
      return passed + begun;
    },
    rest: () => release(held.length),
  };
}
