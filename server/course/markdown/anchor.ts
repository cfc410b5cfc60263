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

/** Python-Markdown's way out of a slug that is taken (or empty): `_1`, `_2` and on. Each anchor that it gives is taken from then on. */
export function anchorsBeside(taken: Set<string>): (heading: string) => string {
  // What is taken stays taken, so that the search goes on where the last one for the same slug ended.
  const last = new Map<string, string>();
  return (heading) => {
    const slug = slugOf(heading);
    let anchor = last.get(slug) ?? slug;
    while (anchor === "" || taken.has(anchor)) anchor = nextOf(anchor);
    taken.add(anchor);
    last.set(slug, anchor);
    return anchor;
  };
}

function nextOf(anchor: string): string {
  const [, stem, count] = /^(.*)_(\d+)$/.exec(anchor) ?? [];
  return count === undefined ? `${anchor}_1` : `${stem}_${Number(count) + 1}`;
}
