import { describe, expect, test } from "vitest";
import { CAUSES } from "#domain/cause/cause";
import { checkContent } from "#server/course/check";
import { aCourse, aLesson, aStep } from "./a-course.ts";

const STEPS = ["format", "key", "credits", "image"];
const steps = (anchor: string) =>
  STEPS.map((name) => aStep(name, `${anchor}-${name}`, `, check: openai.${name}`)).join("");
const body = (title: string, anchor: string) =>
  `# ${title}\n${STEPS.map((name) => `\n## ${anchor} ${name}\n\nText.\n`).join("")}`;
const polish = aLesson({ steps: steps("krok"), body: body("Lekcja", "Krok") });
const english = aLesson({ steps: steps("step"), body: body("Lesson", "Step") });

const cause = (anchor: string, heading: string) =>
  `---\ntitle: T\nshort: s\nlesson: lekcja\nanchor: ${anchor}\nat: "2:05"\nretry: wait\nonWhom: student\n---\n\nT.\n\n## ${heading}\n\n1. A.\n`;
const causes = Object.fromEntries(
  CAUSES.flatMap((id) => [
    [`causes/${id}.md`, cause("krok-key", "Co zrobić")],
    [`causes/${id}.en.md`, cause("step-key", "What to do")],
  ]),
);
const SOUND = { "m1/lekcja.md": polish, "m1/lekcja.en.md": english, ...causes };

const problemsIn = async (files: Record<string, string>) => checkContent(await aCourse({ ...SOUND, ...files }));
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

describe("the check of the content", () => {
  test("finds nothing in a sound course", async () => {
    expect(await problemsIn({})).toEqual([]);
  });

  const faults: [what: string, file: string, text: string, at: string, message: RegExp][] = [
    [
      "an anchor that no heading has",
      "m1/lekcja.md",
      polish.replace("krok-image", "krok-obraz"),
      "krok-obraz",
      /no heading .* krok-obraz/,
    ],
    [
      "a time behind the end of the video",
      "m1/lekcja.md",
      polish.replace('"2:05"', '"9:05"'),
      '"9:05"',
      /9:05 is behind the end/,
    ],
    ["a time in the text behind the end", "m1/lekcja.md", `${polish}\nOd 9:05.\n`, "Od 9:05", /9:05 is behind the end/],
    [
      "a check that two steps claim",
      "m1/lekcja.md",
      polish.replace("openai.image", "openai.key"),
      "openai.key }\n---",
      /openai.key already proves/,
    ],
    [
      "a picture that is not there",
      "m1/lekcja.md",
      `${polish}\n![A](assets/a.png)\n`,
      "![A]",
      /no file m1\/assets\/a\.png/,
    ],
    [
      "a picture from another site",
      "m1/lekcja.md",
      `${polish}\n![A](https://example.com/a.png)\n`,
      "![A]",
      /not a file of the course/,
    ],
    ["a link to a page that is not there", "m1/lekcja.md", `${polish}\n[A](lost.md)\n`, "[A]", /lost\.md is no page/],
    [
      "a link to an anchor that is not there",
      "m1/lekcja.md",
      `${polish}\n[A](lekcja.md#lost)\n`,
      "[A]",
      /no heading .* lost/,
    ],
    [
      "a link to an anchor of its own that is not there",
      "m1/lekcja.md",
      `${polish}\n[A](#lost)\n`,
      "[A]",
      /no heading .* lost/,
    ],
    [
      "a link out of the content folder",
      "m1/lekcja.md",
      `${polish}\n[A](../../secret.md)\n`,
      "[A]",
      /out of the content folder/,
    ],
    [
      "a translation with other steps",
      "m1/lekcja.en.md",
      english.replace("id: image", "id: picture"),
      "- { id: format",
      /not those of the Polish page/,
    ],
    ["a page that module.yaml forgot", "m1/inna.md", "# Inna\n", "# Inna", /does not name this page/],
    [
      "a cause with an unknown lesson",
      "causes/timeout.md",
      cause("krok-key", "Co zrobić").replace("lekcja", "lost"),
      "lost",
      /no lesson lost/,
    ],
    ["a cause with an unknown anchor", "causes/timeout.md", cause("lost", "Co zrobić"), "lost", /no heading .* lost/],
    ["a cause without what to do", "causes/timeout.md", cause("krok-key", "Rada"), "---", /no heading 'Co zrobić'/],
    [
      "a cause that the catalogue does not have",
      "causes/bad_mood.md",
      cause("krok-key", "Co zrobić"),
      "---",
      /no cause has this name/,
    ],
  ];

  test.each(faults)("names file and line of %s", async (_what, file, text, at, message) => {
    const found = (await problemsIn({ [file]: text })).filter((problem) => message.test(problem.message));
    expect(found).toMatchObject([{ file, line: lineOf(text, at), fix: expect.any(String) }]);
  });

  test("names causes and translations that are missing", async () => {
    const problems = await checkContent(await aCourse());
    expect(problems.filter(({ file }) => file.startsWith("causes/"))).toHaveLength(2 * CAUSES.length);
    expect(problems).toContainEqual(
      expect.objectContaining({ file: "m1/lekcja.en.md", message: "there is no English page" }),
    );
  });
});
