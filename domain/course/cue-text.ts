const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const TAG = /<\/?[a-z0-9][^>]*>|<\d[\d:.]*>|\{\\[^}]*\}/gi;
const HIGHEST = 0x10ffff;

function characterOf(whole: string, name: string): string {
  const code = name.startsWith("#") ? Number(name.slice(1).replace(/^x/i, "0x")) : null;
  if (code !== null) return code > 0 && code <= HIGHEST ? String.fromCodePoint(code) : whole;
  // Marks of the writing direction say nothing.
  return name === "lrm" || name === "rlm" ? "" : (NAMED[name] ?? whole);
}

/** The lines of a cue as one line of text: tags, then entities, so that a written `&lt;b&gt;` stays. */
export const plainCueText = (lines: readonly string[]): string =>
  lines
    .join(" ")
    .replace(TAG, "")
    .replace(/&(#\d+|#x[\da-f]+|[a-z]+);/gi, characterOf)
    .replace(/\s+/g, " ")
    .trim();
