import "server-only";

/** Python-Markdown's slug, so that links to the old site still land: `Błąd 403` is `bad-403`. */
export function slugOf(heading: string): string {
  return heading
    .normalize("NFKD")
    .replace(/[^\p{ASCII}]/gu, "")
    .replace(/[^\w\s-]/g, "")
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, "-");
}

/** Python-Markdown's way out of a slug that is taken (or empty): `_1`, `_2` and on. */
export function anchorOf(heading: string, taken: Set<string>): string {
  let anchor = slugOf(heading);
  while (anchor === "" || taken.has(anchor)) {
    const [, stem, count] = /^(.*)_(\d+)$/.exec(anchor) ?? [];
    anchor = count === undefined ? `${anchor}_1` : `${stem}_${Number(count) + 1}`;
  }
  taken.add(anchor);
  return anchor;
}
