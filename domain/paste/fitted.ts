/** What is read of a pasted text, in characters: more than any message has, and little enough for one request. */
export const LONGEST_PASTE = 60_000;
const HEAD = 20_000;
const GAP = "\n…\n";

export type Fitted = { readonly text: string; readonly wasCut: boolean };

/** A text that is too long loses its middle: what went wrong stands at the beginning or at the end of a log. */
export function fitted(pasted: string): Fitted {
  const text = clean(pasted);
  if (text.length <= LONGEST_PASTE) return { text, wasCut: false };
  const tail = LONGEST_PASTE - HEAD - GAP.length;
  return { text: whole(text.slice(0, HEAD)) + GAP + whole(text.slice(-tail)), wasCut: true };
}

/** Line ends as one character, and nothing that a database cannot keep. */
const clean = (text: string): string => text.replace(/\r\n?/g, "\n").replaceAll("\0", "");

/** Without the halves of a character that the cut may have left. */
const whole = (part: string): string => part.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
