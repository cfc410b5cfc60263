import { describe, expect, test } from "vitest";
import { notesOn } from "#server/course/author/notes";
import { notesOnLesson, savedLesson } from "#server/course/author/queries";
import { aCourse, aLesson } from "./a-course.ts";

const NOW = new Date("2026-12-01T12:00:00Z");
const FILES = ["m1/lekcja.md", "m1/lekcja.en.md", "m1/module.yaml"];

describe("notes for the author of a page", () => {
  test("tell what is wrong with that page, errors before warnings, and nothing of other pages", async () => {
    const course = await aCourse({
      "m1/lekcja.md": aLesson({ body: "# Lekcja\n\n![](assets/lost.png)\n\n## Jak to zrobić\n" }),
      "m1/inna.md": "# Inna\n\n[A](lost.md)\n",
    });
    const notes = (await notesOn(course, FILES, NOW)).filter(({ message }) => !/no step of the course/.test(message));
    expect(notes.map(({ severity, line, message }) => [severity, line, message.slice(0, 26)])).toEqual([
      ["error", 12, "there is no file m1/assets"],
      ["warning", 1, "there is no English page"],
      ["warning", 12, "the picture assets/lost.pn"],
    ]);
  });

  test("tell of a page that cannot be read, and of its module", async () => {
    const course = await aCourse({ "m1/lekcja.md": "---\ntags: [\n---\n", "m1/module.yaml": "title: {" });
    const files = new Set((await notesOn(course, FILES, NOW)).map(({ file }) => file));
    expect([...files]).toEqual(["m1/lekcja.md", "m1/module.yaml", "m1/lekcja.en.md"]);
  });

  test("are for nobody outside development", async () => {
    expect(await notesOnLesson({ module: "modul-1", lesson: "konto-openai" })).toEqual([]);
    expect(await notesOnLesson({ module: "modul-1", lesson: "nie-ma" })).toEqual([]);
    expect(await savedLesson({ cohorts: [] }, "pl", "konto-openai")).toBeNull();
  });
});
