import { readAddress } from "../sign-in/address.ts";
import type { Columns, Field } from "./columns.ts";
import { cleanName, faultOfName, type NameFault, spokenName } from "./name.ts";

/** A line of a file: its number, as the program that opens it counts, and its cells. */
export type Line = { readonly number: number; readonly cells: readonly string[] };

/** Somebody whom a line names. An empty name says nothing of it, and an empty cohort means the one that is imported into. */
export type Named = { readonly line: number; readonly email: string; readonly name: string; readonly cohort: string };

export type RowFault = NameFault | "no_address" | "bad_address" | "twice" | "left";
export type Wrong = {
  readonly line: number;
  readonly fault: RowFault;
  /** What the line says, cut to what can be shown. */
  readonly text: string;
  /** The line that named the address before. */
  readonly before?: number;
};

export type Reading = { readonly named: readonly Named[]; readonly wrong: readonly Wrong[] };

const SHOWN = 80;
/** The second row of a Canvas gradebook is about points and nobody. */
const NOBODY = /^\s*points possible\s*$/i;
/** What Canvas and Moodle call somebody who is not there any more. */
const LEFT = /^(?:deleted|inactive|completed|1|true|tak|yes)$/i;

/** Every line as somebody or as what is wrong with it; nobody is named twice. */
export function readRows(lines: readonly Line[], columns: Columns): Reading {
  const seen = new Map<string, number>();
  const named: Named[] = [];
  const wrong: Wrong[] = [];
  for (const line of lines) {
    if (isEmpty(line) || isAboutNobody(line, columns)) continue;
    const row = readRow(line, columns, seen);
    if ("fault" in row) wrong.push(row);
    else named.push(row);
  }
  return { named, wrong };
}

const isEmpty = ({ cells }: Line): boolean => cells.every((cell) => cell.trim() === "");

function isAboutNobody({ cells }: Line, { at }: Columns): boolean {
  const hasNoAddress = (cells[at.email ?? 0] ?? "").trim() === "";
  return hasNoAddress && (cells.some((cell) => NOBODY.test(cell)) || cells.includes("Student, Test"));
}

function readRow(line: Line, { at }: Columns, seen: Map<string, number>): Named | Wrong {
  const cell = (field: Field) => (at[field] === undefined ? "" : (line.cells[at[field]] ?? ""));
  const wrong = (fault: RowFault, before?: number): Wrong => ({
    ...{ line: line.number, fault, text: excerptOf(line) },
    ...(before !== undefined && { before }),
  });
  if (cell("email").trim() === "") return wrong("no_address");
  const email = readAddress(cell("email"));
  if (!email) return wrong("bad_address");
  if (LEFT.test(cell("status").trim())) return wrong("left");
  const name = cleanName(`${cell("first")} ${cell("last")}`) || spokenName(cell("full"));
  const fault = faultOfName(name);
  if (fault) return wrong(fault);
  const before = seen.get(email);
  if (before !== undefined) return wrong("twice", before);
  seen.set(email, line.number);
  return { line: line.number, email, name, cohort: cleanName(cell("cohort")) };
}

const excerptOf = ({ cells }: Line): string =>
  cleanName(cells.filter((cell) => cell.trim() !== "").join(" · ")).slice(0, SHOWN);
