import "server-only";
import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import { done, type Outcome, refused } from "#domain/outcome";
import { type Columns, columnsByContent, columnsOf } from "#domain/roster/columns";
import { type Delimiter, delimiterOf, withoutSaid } from "#domain/roster/delimiter";
import { type Encoding, encodingOf } from "#domain/roster/encoding";
import { type Line, type Reading, readRows } from "#domain/roster/row";
import { readAddress } from "#domain/sign-in/address";

export const LARGEST_FILE_BYTES = 2 * 1024 * 1024;
export const MOST_ROWS = 10_000;
const LONGEST_LINE = 16_384;

export type Source = {
  readonly name: string;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly ignored: readonly string[];
};
export type RosterFile = Reading & { readonly source: Source };
export type FileRefusal =
  | "file_empty"
  | "file_binary"
  | "file_large"
  | "file_rows"
  | "file_line"
  | "file_quote"
  | "file_header"
  | "file_nobody";

/** A list of people as a spreadsheet or another portal has written it, whatever its encoding, delimiter and headers. */
export function readRosterFile(name: string, bytes: Uint8Array): Outcome<RosterFile, FileRefusal> {
  if (bytes.length > LARGEST_FILE_BYTES) return refused("file_large");
  const encoding = encodingOf(bytes);
  if (!encoding) return refused("file_binary");
  const text = withoutSaid(new TextDecoder(encoding).decode(bytes));
  // What was taken for two bytes a letter and is not has such characters in it.
  if (text.includes("\0")) return refused("file_binary");
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(bytes));
  const lines = linesOf(text, delimiter);
  if (!lines.ok) return lines;
  const columns = columnsIn(lines.value);
  if (!columns) return refused(lines.value.length === 0 ? "file_empty" : "file_header");
  const reading = readRows(columns.lines, columns.columns);
  if (reading.named.length + reading.wrong.length === 0) return refused("file_nobody");
  const { ignored } = columns.columns;
  return done({ ...reading, source: { name: name.slice(0, 200), encoding, delimiter, ignored: shown(ignored) } });
}

const MOST_SHOWN = 40;
const LONGEST_SHOWN = 60;
const shown = (headers: readonly string[]): string[] =>
  headers.slice(0, MOST_SHOWN).map((header) => header.slice(0, LONGEST_SHOWN));

type Parsed = { readonly info: { readonly lines: number }; readonly record: readonly string[] };

function linesOf(text: string, delimiter: Delimiter): Outcome<Line[], FileRefusal> {
  try {
    const options = { delimiter, relax_column_count: true, relax_quotes: true, max_record_size: LONGEST_LINE };
    const parsed = parse(text, { ...options, info: true, to: MOST_ROWS + 2 }) as unknown as Parsed[];
    if (parsed.length > MOST_ROWS + 1) return refused("file_rows");
    const lines = parsed.map(({ info, record }) => ({ number: info.lines, cells: record }));
    return done(lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused(error.code === "CSV_MAX_RECORD_SIZE" ? "file_line" : "file_quote");
  }
}

/** By the headers, and where the first line is somebody already, by what it holds. */
function columnsIn(lines: readonly Line[]): { columns: Columns; lines: readonly Line[] } | null {
  const [first, ...rest] = lines;
  if (!first) return null;
  const columns = columnsOf(first.cells);
  if (columns) return { columns, lines: rest };
  const byContent = columnsByContent(first.cells, (cell) => readAddress(cell) !== null);
  return byContent && { columns: byContent, lines };
}
