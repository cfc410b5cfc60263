const NARROWEST = 12;
const WIDEST = 80;
const FEWEST_LINES = 3;
const MOST_LINES = 600;
const FULL = 0.8;

const MARGIN = /^[ >|│┃]*/;
const BORDER = /[ |│┃]*$/;

/** A text whose words a narrow window has broken anywhere, in one piece again: all of its lines but the last are full. */
export function unwrapped(text: string): string {
  const lines = text.trimEnd().split("\n", MOST_LINES + 1);
  if (lines.length < FEWEST_LINES || lines.length > MOST_LINES) return text;
  const insides = lines.map((line) => line.replace(MARGIN, "").replace(BORDER, ""));
  return isFull(insides.slice(0, -1)) ? joined(lines) : text;
}

function isFull(insides: readonly string[]): boolean {
  const width = Math.max(...insides.map(({ length }) => length));
  if (width < NARROWEST || width > WIDEST) return false;
  return insides.filter(({ length }) => length >= width - 1).length >= FULL * insides.length;
}

/** A blank at the end of a line stood between two words, one in front of a border did not. */
const joined = (lines: readonly string[]): string =>
  lines.map((line) => line.replace(MARGIN, "").replace(/ *[|│┃] *$/, "")).join("");
