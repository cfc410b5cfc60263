import { execFileSync } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "#server/course/check";
import { lessonPage, moduleOf } from "#server/course/queries";
import { aCourse } from "./a-course.ts";

const NOW = new Date("2026-12-01T12:00:00Z");
/** What a page may take of everybody's time, with much to spare for a slow machine. */
const PATIENCE_MS = 20_000;
const MODULE = "title: { pl: Moduł, en: Module }\norder: 1\nlessons: [lekcja, zepsuta]\n";
const aliases = ["a: &a [x, x, x, x, x, x, x, x, x]", ..."bcdefghi".split("").map(bomb)].join("\n");

function bomb(name: string): string {
  const before = String.fromCharCode(name.charCodeAt(0) - 1);
  return `${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`;
}

const inFront = (front: string) => `---\n${front}\n---\n\n# A\n`;

/** Each is written to zepsuta.md; the message is what its author is told, and null where it can be shown as it is. */
const TEXTS: [what: string, text: string | Buffer, message: RegExp | null][] = [
  ["bytes that are not UTF-8", Buffer.from("# A\n\nZa\xbf\xf3\xb3\xe6\n", "latin1"), /line is not UTF-8/],
  ["a NUL character", "# A\n\nB\0C\n", /NUL/],
  ["5 MB of text", "Słowo po słowie. ".repeat(300_000), /more than 512 kB/],
  ["10,000 quotations in one another", `${">".repeat(10_000)} A\n`, /levels deep/],
  ["10,000 lists in one another", `${"- ".repeat(10_000)}A\n`, /levels deep/],
  [
    "200 lists below one another",
    [..."x".repeat(200)].map((_, at) => `${"    ".repeat(at)}- A`).join("\n"),
    /levels deep/,
  ],
  ["10,000 open brackets", "[".repeat(10_000), null],
  ["10,000 HTML elements in one another", "<div>".repeat(10_000), /cannot be rendered/],
  ["10,000 stars", "*a ".repeat(10_000), null],
  ["aliases that fill the memory", inFront(aliases), /YAML: .*alias/i],
  ["an alias of nothing", inFront("tags: *lost"), /YAML/],
  ["YAML of 10,000 brackets", inFront(`tags: ${"[".repeat(10_000)}`), /YAML/],
  ["front matter that never ends", "---\ntags: [A]\n\n# A\n", /front matter has no end/],
  ["front matter that is a list", inFront("- A"), /the file/],
  ["no text at all", "", null],
  ["nothing but a byte order mark", "\uFEFF", null],
];

async function aCourseWith(break_: (path: string) => unknown): Promise<string> {
  const course = await aCourse({ "m1/module.yaml": MODULE });
  await break_(join(course, "m1/zepsuta.md"));
  return course;
}

const NO_TEXTS: [what: string, write: (path: string) => unknown, message: RegExp][] = [
  ["a folder called as a page", (path) => mkdir(path), /is no file/],
  ["a link out of the folder", (path) => symlink("/etc/hostname", path), /leads out of the content folder/],
  ["a link to itself", (path) => symlink(path, path), /cannot be read \(ELOOP\)/],
  ["a link to nothing", (path) => symlink(join(tmpdir(), "there-is-no-such-file"), path), /no such page/],
  ["a pipe that nobody writes to", (path) => execFileSync("mkfifo", [path]), /is no file/],
];

async function expectToCostThatPageAlone(course: string, message: RegExp | null) {
  const { lessons } = await moduleOf("pl", course);
  expect(lessons.map(({ slug }) => slug)).toEqual(message === null ? ["lekcja", "zepsuta"] : ["lekcja"]);
  expect((await lessonPage("pl", "lekcja", course))?.title).toBe("Lekcja");
  expect((await lessonPage("pl", "zepsuta", course)) === null).toBe(message !== null);
  const told = (await checkContent(course, NOW)).filter(
    ({ file, severity }) => file === "m1/zepsuta.md" && severity === "error",
  );
  expect(told).toEqual(
    message === null
      ? []
      : [expect.objectContaining({ message: expect.stringMatching(message), fix: expect.any(String) })],
  );
}

describe("a broken page costs itself alone", () => {
  test.each(TEXTS)("%s", { timeout: PATIENCE_MS }, async (_what, text, message) => {
    await expectToCostThatPageAlone(await aCourseWith((path) => writeFile(path, text)), message);
  });

  test.each(NO_TEXTS)("%s", { timeout: PATIENCE_MS }, async (_what, write, message) => {
    await expectToCostThatPageAlone(await aCourseWith(write), message);
  });

  test("and its line is told where it has one", async () => {
    const course = await aCourseWith((path) => writeFile(path, Buffer.from("# A\n\nB\n\xff\n", "latin1")));
    expect(await checkContent(course, NOW)).toContainEqual(expect.objectContaining({ file: "m1/zepsuta.md", line: 4 }));
  });

  test("and a picture that is a pipe is one that is not there", { timeout: PATIENCE_MS }, async () => {
    const course = await aCourseWith((path) => writeFile(path, "# A\n\n![A](assets/a.png)\n"));
    await mkdir(join(course, "m1/assets"));
    execFileSync("mkfifo", [join(course, "m1/assets/a.png")]);
    expect((await lessonPage("pl", "zepsuta", course))?.title).toBe("A");
  });
});

describe("a broken module.yaml costs the order of its pages alone", () => {
  test.each([
    ["bytes that are not UTF-8", Buffer.from([0xff, 0xfe])],
    ["aliases that fill the memory", aliases],
    ["5 MB of text", "a".repeat(5_000_000)],
  ])("%s", async (_what, text) => {
    const course = await aCourse({ "m1/module.yaml": text });
    expect((await moduleOf("pl", course)).lessons.map(({ slug }) => slug)).toEqual(["lekcja"]);
    expect(await checkContent(course, NOW)).toContainEqual(
      expect.objectContaining({ file: "m1/module.yaml", severity: "error" }),
    );
  });
});
