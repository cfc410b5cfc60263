import { redact } from "../redaction/redact.ts";
import type { Evidence } from "./diagnosed.ts";
import type { Reading } from "./reading.ts";
import type { Place } from "./words.ts";

const LONGEST = 160;
const REACH = 200;

/** The words at a place as they stand there, whole, without secrets and not too many. */
export function evidenceOf({ text }: Reading, { start, end }: Place): Evidence {
  const from = start - (/[^\s"'`]*$/.exec(text.slice(Math.max(0, start - REACH), start))?.[0].length ?? 0);
  const to = end + (/^[^\s"'`]*/.exec(text.slice(end, end + REACH))?.[0].length ?? 0);
  const words = redact(text.slice(from, to)).replace(/\s+/g, " ").trim();
  return { words: words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1).trimEnd()}…` };
}
