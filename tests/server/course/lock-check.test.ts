import { describe, expect, test } from "vitest";
import { checkContent } from "#server/course/check";
import { aCourse, aLesson, aStep } from "./a-course.ts";

const BODY = "# Lekcja\n\n## Jeden\n\nTak.\n\n## Dwa\n\nTak.\n";
const two = (id: string, first = "", second = "") =>
  aLesson({ steps: aStep(`${id}-1`, "jeden", first) + aStep(`${id}-2`, "dwa", second), body: BODY });
const withFront = (text: string, line: string) => text.replace("minutes: 5", `minutes: 5\n${line}`);

const found = async (files: Readonly<Record<string, string>>, message: RegExp) =>
  (await checkContent(await aCourse(files))).filter((problem) => message.test(problem.message));
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

describe("the check of what waits for something", () => {
  test("finds nothing where steps and lessons wait for what comes before", async () => {
    const files = {
      "m1/lekcja.md": two("a", "", ", after: [a-1]"),
      "m1/druga.md": withFront(two("b", "", ", after: [a-2, b-1]"), "after: [lekcja]"),
    };
    expect(await found(files, /wait|module is called/)).toEqual([]);
  });

  test("names the step that waits for one that nobody knows", async () => {
    const text = two("a", "", ", after: [a-1, lost]");
    expect(await found({ "m1/lekcja.md": text }, /no step of the module is called lost/)).toMatchObject([
      { file: "m1/lekcja.md", line: lineOf(text, "lost") },
    ]);
  });

  test("names the lesson that waits for one that nobody knows, or for one without steps", async () => {
    const text = withFront(two("a"), "after: [lost, druga]");
    const files = { "m1/lekcja.md": text, "m1/druga.md": aLesson({ steps: "" }) };
    const at = { file: "m1/lekcja.md", line: lineOf(text, "lost") };
    expect(await found(files, /no lesson of the module is called lost/)).toMatchObject([at]);
    expect(await found(files, /druga has no steps/)).toMatchObject([at]);
  });

  test("tells a round once, with the way that it goes", async () => {
    const text = two("a", ", after: [a-2]", ", after: [a-1]");
    expect(await found({ "m1/lekcja.md": text }, /wait for each other/)).toMatchObject([
      {
        file: "m1/lekcja.md",
        line: lineOf(text, "after: [a-2]"),
        message: "these wait for each other: a-1 → a-2 → a-1",
      },
    ]);
  });

  test("sees a round that goes over lessons, and a lesson that waits for itself", async () => {
    const over = {
      "m1/lekcja.md": two("a", ", after: [b-2]"),
      "m1/druga.md": withFront(two("b"), "after: [lekcja]"),
    };
    expect(await found(over, /wait for each other/)).toMatchObject([
      { file: "m1/lekcja.md", message: "these wait for each other: a-1 → b-2 → a-1" },
    ]);
    const itself = withFront(two("a"), "after: [lekcja]");
    expect(await found({ "m1/lekcja.md": itself }, /lekcja waits for itself/)).toMatchObject([
      { line: lineOf(itself, "[lekcja]") },
    ]);
  });

  test("a required step does not wait for an optional one", async () => {
    const text = two("a", ", optional: true", ", after: [a-1]");
    expect(await found({ "m1/lekcja.md": text }, /waits for a-1, which is optional/)).toMatchObject([
      { line: lineOf(text, "after: [a-1]") },
    ]);
  });
});

describe("the check of a translation", () => {
  test.each([
    ["after", "after: [druga]"],
    ["optional", "optional: true"],
    ["since", "since: 2026-11-25"],
    ["cohorts", "cohorts: [jesien-2026]"],
  ])("names a lesson's %s that is not that of the Polish page", async (key, line) => {
    const text = withFront(two("a"), line);
    const files = { "m1/lekcja.md": two("a"), "m1/lekcja.en.md": text };
    expect(await found(files, new RegExp(`^${key} is not that of the Polish page`))).toMatchObject([
      { file: "m1/lekcja.en.md", line: lineOf(text, line) },
    ]);
  });

  test.each([", after: [a-1]", ", since: 2026-11-25", ", optional: true"])(
    "names a step that is not that of the Polish page: %s",
    async (more) => {
      const text = two("a", "", more);
      const files = { "m1/lekcja.md": two("a"), "m1/lekcja.en.md": text };
      expect(await found(files, /of a-2 are not those of the Polish page/)).toMatchObject([
        { file: "m1/lekcja.en.md", line: lineOf(text, "id: a-2") },
      ]);
    },
  );
});

describe("what authors write", () => {
  test.each([
    ["a cohort that can have no such name", "cohorts: [Jesień 2026]", /cohorts\.0: must be the name of a cohort/],
    ["a lesson for no cohort", "cohorts: []", /cohorts: must name a cohort/],
    ["a day that is in no calendar", "since: 2026-02-31", /since: is no day of the calendar/],
    ["a lesson that waits for no list", "after: lekcja", /after: must be a list of lessons/],
  ])("is refused where it is %s", async (_what, line, message) => {
    const text = withFront(two("a"), line);
    expect(await found({ "m1/lekcja.md": text }, message)).toMatchObject([
      { file: "m1/lekcja.md", line: lineOf(text, line) },
    ]);
  });
});
