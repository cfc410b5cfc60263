/** Where a key leads from a cell: rows and columns to go, or to an end. */
const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

const within = (place: number, length: number) => Math.max(0, Math.min(length - 1, place));

/** The links of a table's body, row by row; each cell has one or none. */
const linksIn = (row: HTMLTableRowElement | undefined): readonly HTMLAnchorElement[] => [
  ...(row?.querySelectorAll<HTMLAnchorElement>(":is(th, td) > a") ?? []),
];

/** The link that a key leads to; null for a key that leads nowhere. With Control it goes to the first or last row as well. */
export function linkBeyond(link: HTMLAnchorElement, key: string, hasControl: boolean): HTMLAnchorElement | null {
  const move = MOVES[key];
  const row = link.closest("tr");
  const body = row?.closest("tbody");
  if (!move || !row || !body) return null;
  const rows = [...body.rows];
  const [down, right] = move;
  const isCorner = hasControl && !Number.isFinite(right);
  const toRow = isCorner ? (right < 0 ? 0 : rows.length - 1) : within(rows.indexOf(row) + down, rows.length);
  const links = linksIn(rows[toRow]);
  return links[within(linksIn(row).indexOf(link) + right, links.length)] ?? null;
}

const LINKS = "tbody :is(th, td) > a";

/** One stop for Tab in all of the body: the link that had the focus last, or the first. */
export function makeOneStop(table: HTMLTableElement): void {
  const stop = stopOf(table) ?? table.querySelector<HTMLAnchorElement>(LINKS);
  for (const link of table.querySelectorAll<HTMLAnchorElement>(LINKS)) link.tabIndex = -1;
  if (stop) markStop(stop);
}

/** Takes the stop along to another link. */
export function moveStop(table: HTMLTableElement, link: HTMLAnchorElement): void {
  const old = stopOf(table);
  if (old) {
    delete old.dataset.stop;
    old.tabIndex = -1;
  }
  markStop(link);
}

const stopOf = (table: HTMLTableElement) => table.querySelector<HTMLAnchorElement>("a[data-stop]");

function markStop(link: HTMLAnchorElement): void {
  link.dataset.stop = "";
  link.tabIndex = 0;
}
