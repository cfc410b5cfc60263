import "server-only";
import { stringify } from "csv-stringify/sync";
import { harmless } from "#domain/roster/csv-cell";
import type { Cell, Table } from "./table.ts";

export type Shape = "csv" | "json";
export type Separator = ";" | ",";

const BOM = "\uFEFF";
const plain = (cell: Cell): string | number | null => (cell instanceof Date ? cell.toISOString() : cell);
const safe = (cell: Cell) => (typeof cell === "string" ? harmless(cell) : plain(cell));

/** A table as the bytes of a file, a batch at a time: the next is read when the one before was taken. */
export function fileOf(table: Table, shape: Shape, separator: Separator): ReadableStream<Uint8Array> {
  const parts = shape === "csv" ? csvOf(table, separator) : jsonOf(table);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}

/** With the mark that Excel needs to read Polish letters. */
async function* csvOf({ header, batches }: Table, delimiter: Separator): AsyncGenerator<string> {
  const options = { delimiter, record_delimiter: "\r\n" } as const;
  yield BOM + stringify([[...header]], options);
  for await (const rows of batches)
    yield stringify(
      rows.map((row) => row.map(safe)),
      options,
    );
}

async function* jsonOf({ header, batches }: Table): AsyncGenerator<string> {
  let before = "[\n";
  for await (const rows of batches) {
    const lines = rows.map((row) =>
      JSON.stringify(Object.fromEntries(header.map((name, at) => [name, plain(row[at] ?? null)]))),
    );
    yield before + lines.join(",\n");
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}
