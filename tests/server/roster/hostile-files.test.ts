import { expect, test } from "vitest";
import { readRosterFile } from "#server/roster/file";
import { inUtf8, inUtf16 } from "../../support/list-bytes.ts";
import { aPng } from "../../support/pictures.ts";

const answerTo = (file: string | Uint8Array) => {
  const read = readRosterFile("lista.csv", typeof file === "string" ? inUtf8(file) : file);
  return read.ok ? { named: read.value.named.length, wrong: read.value.wrong.map(({ fault }) => fault) } : read.refusal;
};
const named = (count: number, ...wrong: string[]) => ({ named: count, wrong });

test.each<[string, string | Uint8Array, unknown]>([
  ["is empty", "", "file_empty"],
  ["is blank", " \n\n\t\n", "file_empty"],
  ["has a mark and nothing behind it", inUtf16(""), "file_empty"],
  ["has headers alone", "email;imię\n", "file_nobody"],
  ["has no address", "imię;nazwisko\nEwa;Lis", "file_header"],
  ["is prose", "Szanowni Państwo,\nw załączeniu lista.", "file_header"],
  ["is one line of two megabytes", `email\n${"x".repeat(2 * 1024 * 1024 - 10)}`, "file_line"],
  ["is too large", "x".repeat(2 * 1024 * 1024 + 1), "file_large"],
  ["has too many rows", `email\n${"a@b.pl\n".repeat(10_001)}`, "file_rows"],
  ["has zeros in it", "email\na@b.pl\0\0\n", "file_binary"],
  ["is a picture", aPng(), "file_binary"],
  ["is a zipped workbook", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0]), "file_binary"],
  ["has a quote that stays open", 'email,name\na@b.pl,"Ewa', "file_quote"],
  ["has a quote in the middle", 'email,name\na@b.pl,Ewa "Lis', named(1)],
  ["names an address twice in different case", "email\nA@b.pl\na@B.pl", named(1, "twice")],
  [
    "has formulas for names",
    "email,name\na@b.pl,=cmd|' /C calc'!A0\nb@b.pl,@SUM(1)",
    named(0, "name_formula", "name_formula"),
  ],
  ["has rows of different lengths", "email;imię\na@b.pl\nb@b.pl;Ola;x;y;z", named(2)],
  ["has headers twice", "email;email;imię\na@b.pl;c@b.pl;Ewa", named(1)],
  ["has a name of a thousand letters", `email,name\na@b.pl,${"x".repeat(1000)}`, named(0, "name_long")],
  ["has letters that look like others", "email\nа@b.pl", named(0, "bad_address")],
  ["has line breaks in a cell", 'email,name\na@b.pl,"Ewa\nLis"', named(1)],
  ["ends its lines as old Macs do", "email,name\ra@b.pl,Ewa\rb@b.pl,Ola", named(2)],
  ["names properties of objects", "email,__proto__,constructor\na@b.pl,x,y", named(1)],
])("a file that %s is answered in words", (_, file, answer) => {
  expect(answerTo(file)).toEqual(answer);
});

test("lines are counted as a spreadsheet's own are, over cells with several lines too", () => {
  const read = readRosterFile("lista.csv", inUtf8('sep=;\nemail;imię\na@b.pl;"Ewa\nMaria"\n\nx@;Ola'));
  expect(read.ok && [...read.value.named, ...read.value.wrong].map(({ line }) => line)).toEqual([4, 6]);
});
