import { describe, expect, test } from "vitest";
import { inspectContent } from "#server/course/check";
import { aCourse, aLesson, aStep } from "./a-course.ts";

const NOW = new Date("2026-12-01T12:00:00Z");
const HEAVY = 700_000;

/** The first bytes of a PNG of that size, and zeros up to a length. */
function aPng(width: number, height: number, bytes = 100): Buffer {
  const png = Buffer.alloc(bytes);
  png.write("\x89PNG\r\n\x1a\n", "latin1");
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

async function warningsIn(files: Readonly<Record<string, string | Buffer>>, inUse?: ReadonlyMap<string, number>) {
  const { problems } = await inspectContent(await aCourse(files), { now: NOW, inUse });
  const own = problems.filter(({ file, message }) => !/^(?:causes|tools)\//.test(file) && !/no English/.test(message));
  return own.filter(({ severity }) => severity === "warning");
}

const withBody = (text: string) => ({ "m1/lekcja.md": aLesson({ body: `# Lekcja\n\n## Jak to zrobić\n\n${text}\n` }) });
const LINE = 14;

describe("warnings of the check", () => {
  test("are none for a plain page", async () => {
    expect(await warningsIn({})).toEqual([]);
  });

  const texts: [what: string, text: string, message: RegExp][] = [
    ["a picture without words", "![](assets/a.png)", /no text for those who cannot see it/],
    ["a picture within HTML", '<figure><img src="assets/a.png"></figure>', /no text for those who cannot see it/],
    ["a picture that is too heavy", "![A](assets/heavy.png)", /has 700 kB, more than 600 kB/],
    ["a picture that is too wide", "![A](assets/wide.png)", /has 3000 × 10 pixels/],
    ["a picture of too many pixels", "![A](assets/long.png)", /has 1000 × 20000 pixels/],
    ["a frame", '<iframe src="https://example.com"></iframe>', /<iframe> is taken out/],
    ["a script", "<script>alert(1)</script>", /<script> is taken out/],
    ["an attribute that runs something", '<p onclick="a()">A</p>', /onclick of <p> is taken out/],
    ["words that look like HTML", "Wpisz <twoj-klucz> tutaj.", /<twoj-klucz> is taken out/],
  ];

  test.each(texts)("tell of %s with its line", async (_what, text, message) => {
    const pictures = {
      "m1/assets/a.png": aPng(10, 10),
      "m1/assets/heavy.png": aPng(10, 10, HEAVY),
      "m1/assets/wide.png": aPng(3000, 10),
      "m1/assets/long.png": aPng(1000, 20_000),
    };
    const found = await warningsIn({ ...pictures, ...withBody(text) });
    expect(found).toMatchObject([{ file: "m1/lekcja.md", line: LINE, message: expect.stringMatching(message) }]);
  });

  test.each([
    ["in a line", "Wpisz `<script>` tutaj."],
    ["in a fence", "```html\n<script>\n```"],
    ["in a fence of a list", "1. Tak:\n\n    ```html\n    <script>\n    ```"],
    ["indented by four spaces", "Tak:\n\n    <script>"],
    ["in a comment", "<!-- <script> -->"],
  ])("leave HTML alone that is code %s", async (_where, text) => {
    expect(await warningsIn(withBody(text))).toEqual([]);
  });

  test("find HTML in a note, whose lines are indented and no code", async () => {
    const found = await warningsIn(withBody('!!! note "Uwaga"\n\n    <script>'));
    expect(found).toMatchObject([{ line: LINE + 2, message: expect.stringMatching(/<script>/) }]);
  });

  const checked = (day: string) => ({ "m1/lekcja.md": aLesson().replace("2026-11-20", day) });

  test("tell of a page that nobody has followed for more than 90 days", async () => {
    expect(await warningsIn(checked("2026-09-02"))).toEqual([]);
    expect(await warningsIn(checked("2026-09-01"))).toMatchObject([
      { line: 4, message: "nobody has followed this page for 91 days" },
    ]);
  });

  test("tell of a page without such a day, and of a day to come", async () => {
    expect(await warningsIn({ "m1/lekcja.md": aLesson().replace(/checked: .*\n/, "") })).toMatchObject([
      { line: 1, message: expect.stringMatching(/no day/) },
    ]);
    expect(await warningsIn(checked("2026-12-02"))).toEqual([]);
    expect(await warningsIn(checked("2026-12-03"))).toMatchObject([
      { line: 4, message: "2026-12-03 is still to come" },
    ]);
  });

  test("a day that no calendar has is an error", async () => {
    const { problems } = await inspectContent(await aCourse(checked("2026-02-31")), { now: NOW });
    expect(problems).toContainEqual(
      expect.objectContaining({ line: 4, message: "there is no day 2026-02-31", severity: "error" }),
    );
  });

  const other = (name: string, tag: string) =>
    aLesson({ steps: "" }).replace("[OpenAI]", `[${tag}]`).replace("Lekcja", name);
  const THREE = "title: { pl: Moduł, en: Module }\norder: 1\nlessons: [lekcja, druga, trzecia]\n";

  test("tell of the rarer spelling of a tag", async () => {
    const files = { "m1/module.yaml": THREE, "m1/lekcja.md": other("Lekcja", "OpenAI") };
    const found = await warningsIn({
      ...files,
      "m1/druga.md": other("B", "openai"),
      "m1/trzecia.md": other("C", "OpenAI"),
    });
    expect(found).toMatchObject([
      { file: "m1/druga.md", line: 2, message: "the tag openai is spelt OpenAI elsewhere" },
    ]);
  });

  test("tell of a title that two pages have, in whatever letters", async () => {
    const files = { "m1/module.yaml": THREE, "m1/lekcja.md": other("Lekcja", "A") };
    const found = await warningsIn({ ...files, "m1/druga.md": other("LEKCJA", "A"), "m1/trzecia.md": other("C", "A") });
    expect(found).toMatchObject([{ file: "m1/druga.md", message: "m1/lekcja.md is called 'LEKCJA' too" }]);
  });

  test("tell of pages that lie where nobody looks", async () => {
    const found = await warningsIn({ "m1/more/a.md": "# A\n", "m1/b.en.md": "# B\n" });
    expect(found.map(({ file }) => file)).toEqual(["m1/b.en.md", "m1/more/a.md"]);
  });
});

describe("steps on which people have progress", () => {
  test("are told when no page has them any more, with the number of people and a new step that is spelt alike", async () => {
    const files = { "m1/lekcja.md": aLesson({ steps: aStep("klucz-api", "jak-to-zrobic") }) };
    expect(await warningsIn(files, new Map([["klucz", 12]]))).toMatchObject([
      {
        file: "m1/lekcja.md",
        line: 7,
        message: "12 people have progress on the step `klucz`, which no page has",
        fix: expect.stringMatching(/`klucz-api` is its new name, call it `klucz` again/),
      },
    ]);
  });

  test("stand in no file when nothing is spelt alike, or the step alike has progress of its own", async () => {
    const found = await warningsIn(
      {},
      new Map([
        ["krok", 3],
        ["kroki", 1],
        ["zupelnie-inny", 2],
      ]),
    );
    expect(found.map(({ file, message }) => [file, message])).toEqual([
      ["", "1 person has progress on the step `kroki`, which no page has"],
      ["", "2 people have progress on the step `zupelnie-inny`, which no page has"],
    ]);
  });

  test("are not called gone while a page cannot be read", async () => {
    const found = await warningsIn({ "m1/lekcja.md": "---\nsteps: {\n---\n" }, new Map([["krok", 3]]));
    expect(found).toMatchObject([{ file: "", message: expect.stringMatching(/were not looked for/) }]);
  });
});
