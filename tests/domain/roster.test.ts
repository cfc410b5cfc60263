import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf } from "#domain/roster/columns";
import { harmless } from "#domain/roster/csv-cell";
import { delimiterOf } from "#domain/roster/delimiter";
import { diffOf, type Known } from "#domain/roster/diff";
import { encodingOf } from "#domain/roster/encoding";
import { readPasted } from "#domain/roster/pasted";
import { addressOf, questionIn } from "#domain/roster/people-question";
import { readRows } from "#domain/roster/row";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const fieldsOf = (header: string) => columnsOf(header.split(","))?.at;
const rows = (header: string, ...lines: string[]) => {
  const columns = columnsOf(header.split(","));
  if (!columns) throw new Error("no address");
  return readRows(
    lines.map((line, at) => ({ number: at + 2, cells: line.split(",") })),
    columns,
  );
};

describe("headers", () => {
  test.each([
    ["Polish Excel", "E-mail,Imię,Nazwisko,Grupa", { email: 0, first: 1, last: 2, cohort: 3 }],
    ["Moodle", "username,firstname,lastname,email,cohort1", { first: 1, last: 2, email: 3, cohort: 4 }],
    ["Canvas users", "user_id,login_id,full_name,status", { email: 1, full: 2, status: 3 }],
    ["a Canvas gradebook", "Student,ID,SIS Login ID,Section", { full: 0, email: 2 }],
    ["Kolibri in another language", "Nazwa (USERNAME),Adres e-mail (EMAIL)", { full: 0, email: 1 }],
    ["Google Sheets", "Email Address,Name", { email: 0, full: 1 }],
  ])("of %s are found by themselves", (_, header, found) => {
    expect(fieldsOf(header)).toEqual(found);
  });

  test("that mean nothing here are named, and an address there must be", () => {
    expect(columnsOf(["email", "Telefon", ""])?.ignored).toEqual(["Telefon"]);
    expect(columnsOf(["Imię", "Nazwisko"])).toBeNull();
  });
});

describe("an encoding", () => {
  test.each([
    ["utf-16le", [0xff, 0xfe, 0x61, 0]],
    ["utf-16be", [0xfe, 0xff, 0, 0x61]],
    ["utf-16le", [0x61, 0, 0x3b, 0, 0x62, 0]],
    ["utf-8", [...bytesOf("Łukasz Żuk")]],
    // 'Ślązak' as Windows and as ISO write it.
    ["windows-1250", [0x8c, 0x6c, 0xb9, 0x7a, 0x61, 0x6b]],
    ["iso-8859-2", [0xa6, 0x6c, 0xb1, 0x7a, 0x61, 0x6b]],
    [null, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    [null, [0x61, 0, 0, 0, 0x62]],
  ])("is %s for the bytes %j", (encoding, bytes) => {
    expect(encodingOf(new Uint8Array(bytes))).toBe(encoding);
  });

  test("is found for whatever bytes there are, and never fails", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const encoding = encodingOf(bytes);
        return encoding === null || new TextDecoder(encoding).decode(bytes) !== undefined;
      }),
    );
  });
});

describe("a delimiter", () => {
  test.each([
    [";", "e-mail;imię, nazwisko\na@b.pl;x"],
    ["\t", "email\tname\n"],
    [",", '"a;b;c",email\n'],
    ["|", "sep=|\nemail|name"],
    [",", "email\na@b.pl"],
  ])("is %j", (delimiter, text) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});

describe("rows", () => {
  test("say what is wrong with them, with their line and, of an address that comes again, the line before", () => {
    const { named, wrong } = rows(
      "email,name,status",
      ...["Ewa@Example.pl,Ewa Lis,active", "ewa@example.PL,Ewa,active", ",Jan,active", "jan@,Jan,active"],
      ...["ola@example.pl,=HYPERLINK(1),active", "bob@example.pl,Bob,deleted", "   ,    Points Possible,"],
    );
    expect(named).toEqual([{ line: 2, email: "ewa@example.pl", name: "Ewa Lis", cohort: "" }]);
    expect(wrong.map(({ line, fault, before }) => [line, fault, before])).toEqual([
      ...[
        [3, "twice", 2],
        [4, "no_address", undefined],
        [5, "bad_address", undefined],
      ],
      ...[
        [6, "name_formula", undefined],
        [7, "left", undefined],
      ],
    ]);
  });

  test("turn `Lis, Ewa` the way round that people say it", () => {
    const columns = columnsOf(["Student", "SIS Login ID"]);
    const line = { number: 3, cells: ["Lis, Ewa", "ewa@example.pl"] };
    expect(columns && readRows([line], columns).named[0]?.name).toBe("Ewa Lis");
  });

  test("are each named or wrong or empty, whatever is in them, and no address is named twice", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 3 }), { maxLength: 30 }), (cells) => {
        const lines = cells.map((row, at) => ({ number: at + 2, cells: row }));
        const { named, wrong } = readRows(lines, { at: { email: 0, full: 1 }, ignored: [] });
        const emails = named.map(({ email }) => email);
        return named.length + wrong.length <= lines.length && new Set(emails).size === emails.length;
      }),
    );
  });
});

describe("a diff", () => {
  const own = { id: "own", name: "Jesień 2026", slug: "jesien-2026" };
  const places = { own, managed: [own, { id: "other", name: "Wiosna", slug: "wiosna" }] };
  const named = (email: string, name = "Ewa Lis", cohort = "") => ({ line: 2, email, name, cohort });
  const known = (wish: Partial<Known>): ReadonlyMap<string, Known> =>
    new Map([["a@b.pl", { email: "a@b.pl", name: "Ewa Lis", cohortIds: ["own"], isStaff: false, ...wish }]]);
  const kindOf = (who: ReadonlyMap<string, Known>, row = named("a@b.pl")) => {
    const { changes, wrong } = diffOf({ named: [row], wrong: [] }, who, places);
    return [...changes, ...wrong].map((change) => [change.kind, "cohortId" in change ? change.cohortId : null]);
  };

  test.each([
    ["nobody knows the address", new Map(), ["new", "own"]],
    ["the person is there under this name", known({}), ["same", "own"]],
    ["the person is there under another name", known({ name: "Ewa Wilk" }), ["changed", "own"]],
    ["the person is in another cohort of the manager's", known({ cohortIds: ["other"] }), ["new", "own"]],
    ["the person works there", known({ name: "Inna", isStaff: true }), ["same", "own"]],
  ])("where %s", (_, who, verdict) => {
    expect(kindOf(who)).toEqual([verdict]);
  });

  test("follows the cohort that a row names by name or slug, and finds fault with one that is not the manager's", () => {
    expect(kindOf(new Map(), named("a@b.pl", "Ewa", "WIOSNA"))).toEqual([["new", "other"]]);
    expect(kindOf(new Map(), named("a@b.pl", "Ewa", "jesien-2026"))).toEqual([["new", "own"]]);
    expect(kindOf(new Map(), named("a@b.pl", "Ewa", "Lato"))).toEqual([["wrong", null]]);
  });
});

describe("pasted addresses", () => {
  test("are read one to a line, with commas, and with names, each once; what is none stays as it was written", () => {
    const text = `ewa@example.pl, jan@example.pl\n"Lis, Ola" <OLA@example.pl>\nnie-adres\nEwa Lis <ewa@example.pl>; x@`;
    expect(readPasted(text)).toEqual({
      invitees: [
        { email: "ewa@example.pl", name: "Ewa Lis" },
        { email: "jan@example.pl", name: "" },
        { email: "ola@example.pl", name: "Ola Lis" },
      ],
      bad: ["nie-adres", "x@"],
    });
  });

  test("lose nothing that is an address by itself on its line", () => {
    const address = fc.stringMatching(/^[a-z]{1,8}$/).map((name) => `${name}@example.pl`);
    fc.assert(
      fc.property(fc.uniqueArray(address, { maxLength: 20 }), (addresses) => {
        expect(readPasted(addresses.join("\n")).invitees.map(({ email }) => email)).toEqual(addresses);
      }),
    );
  });
});

test.each(["=1+1", "+48", "-5", "@SUM(A1)", "\tx", "\rx"])("a spreadsheet does not run %j", (cell) => {
  expect(harmless(cell)).toBe(`'${cell}`);
  expect(harmless(`x${cell}`)).toBe(`x${cell}`);
});

test("what the list of people is asked stands in its address and comes back from it", () => {
  const id = "01997b3e-0000-7000-8000-000000000001";
  const question = { words: "lis %", cohort: id, role: "student", order: "active", after: ["2026", id, id] } as const;
  const { searchParams } = new URL(addressOf(question), "http://x");
  expect(questionIn(Object.fromEntries(searchParams))).toEqual(question);
  expect(questionIn({ cohort: "x", role: "owner", order: "?", after: "[1,2,3]", q: ["a", "b"] })).toEqual({
    ...{ words: "", cohort: null, role: null, order: "name", after: null },
  });
});
