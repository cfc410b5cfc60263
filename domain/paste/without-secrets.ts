import { redact } from "../redaction/redact.ts";

/** More is not even looked through for secrets: that takes time for each character, and it is everybody's time. */
export const LONGEST_LOOKED_THROUGH = 200_000;
const HEAD = 80_000;
/** Longer than any secret: half of one at a cut may not look like one, so what stands there goes as well. */
const MARGIN = 5_000;
const GAP = "\n…\n";

/** A pasted text without what looks like a secret. One that is far too long loses its middle first. */
export function withoutSecrets(pasted: string): string {
  if (pasted.length <= LONGEST_LOOKED_THROUGH) return redact(pasted);
  const tail = LONGEST_LOOKED_THROUGH - HEAD;
  return redact(pasted.slice(0, HEAD)).slice(0, -MARGIN) + GAP + redact(pasted.slice(-tail)).slice(MARGIN);
}
