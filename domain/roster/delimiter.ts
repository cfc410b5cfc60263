export const DELIMITERS = [";", "\t", ",", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Excel's own word for it, in a line before the list. */
const SAID = /^\uFEFF?sep=(.)\r?\n?/i;

/** What stands between the cells of the first line that says anything, quoted text aside; a comma where nothing does. */
export function delimiterOf(text: string): Delimiter {
  const said = SAID.exec(text)?.[1];
  const known = DELIMITERS.find((delimiter) => delimiter === said);
  if (known) return known;
  const line = text.split(/\r\n|\r|\n/, 20).find((candidate) => candidate.trim() !== "") ?? "";
  const bare = line.replaceAll(/"[^"]*"/g, "");
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  const [best] = counted.sort((one, other) => other.count - one.count);
  return best && best.count > 0 ? best.delimiter : ",";
}

/** Without what Excel says to itself; a line stays, so that the numbers of the others do. */
export const withoutSaid = (text: string): string => text.replace(SAID, "\n").replace(/^\uFEFF/, "");
