import { describe, expect, test } from "vitest";
import { CAUSES } from "#domain/cause/cause";
import { DETAILED_TOOLS } from "#domain/cause/details";
import { CHECKS, type CheckName } from "#domain/check/check";
import { checkContent } from "#server/course/check";
import { aCourse, aLesson, aStep } from "./a-course.ts";

/** The step that a check proves is called after its last word; Google's have a mark. */
const nameOf = (check: CheckName) => check.replace("openai.", "").replace(".", "-");
const steps = (anchor: string) =>
  CHECKS.map((check) => aStep(nameOf(check), `${anchor}-${nameOf(check)}`, `, check: ${check}`)).join("");
const body = (title: string, anchor: string) =>
  `# ${title}\n${CHECKS.map((check) => `\n## ${anchor} ${nameOf(check)}\n\nText.\n`).join("")}`;
const polish = aLesson({ steps: steps("krok"), body: body("Lekcja", "Krok") });
const english = aLesson({ steps: steps("step"), body: body("Lesson", "Step") });

const cause = (anchor: string, heading: string) =>
  `---\ntitle: T\nshort: s\nlesson: lekcja\nanchor: ${anchor}\nat: "2:05"\nretry: wait\nonWhom: student\nwords: ["Rate limit reached for …"]\n---\n\nT.\n\n## ${heading}\n\n1. A.\n`;
const causes = Object.fromEntries(
  CAUSES.flatMap((id) => [
    [`causes/${id}.md`, cause("krok-key", "Co zrobić")],
    [`causes/${id}.en.md`, cause("step-key", "What to do")],
  ]),
);
const tool = "---\ntitle: T\n---\n\nWhere.\n\n1. A.\n2. B.\n\n![A](assets/a.svg)\n";
const tools = Object.fromEntries(
  DETAILED_TOOLS.flatMap((name) => [`tools/${name}.md`, `tools/${name}.en.md`].map((file) => [file, tool])),
);
const SOUND = {
  "m1/lekcja.md": polish,
  "m1/lekcja.en.md": english,
  ...causes,
  ...tools,
  "tools/assets/a.svg": "<svg/>",
};

const NOW = new Date("2026-12-01T12:00:00Z");
const problemsIn = async (files: Record<string, string>) => checkContent(await aCourse({ ...SOUND, ...files }), NOW);
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
      "- { id: image",
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
      /nothing in .* lost/,
    ],
    [
      "a link to an anchor of its own that is not there",
      "m1/lekcja.md",
      `${polish}\n[A](#lost)\n`,
      "[A]",
      /nothing on this page .* lost/,
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
      "a cause without the words by which it is recognised",
      "causes/timeout.md",
      cause("krok-key", "Co zrobić").replace(/words:.*/, "words: []"),
      "words",
      /no words by which/,
    ],
    [
      "a translation with other words",
      "causes/timeout.en.md",
      cause("step-key", "What to do").replace("Rate limit", "Tempo"),
      "words",
      /words is not that of the Polish page/,
    ],
    [
      "a cause on whom nobody is",
      "causes/timeout.md",
      cause("krok-key", "Co zrobić").replace("student", "nobody"),
      "onWhom",
      /onWhom: must be one of student, instructor, provider, portal/,
    ],
    [
      "a lesson of a provider that nobody knows",
      "m1/lekcja.md",
      polish.replace("minutes: 5", "provider: acme"),
      "provider",
      /provider: must be one of openai, google/,
    ],
    [
      "a translation for another provider",
      "m1/lekcja.en.md",
      english.replace("minutes: 5", "provider: google"),
      "provider",
      /provider is not that of the Polish page/,
    ],
    [
      "a settings page without an address",
      "causes/timeout.md",
      cause("krok-key", "Co zrobić").replace("retry:", "settings: billing\nretry:"),
      "settings",
      /settings: must be an https:\/\/ address/,
    ],
    ["a tool's page without steps", "tools/make.md", tool.replace(/\d\. /g, ""), "---", /no list of two to four steps/],
    ["a tool's page without a drawing", "tools/make.md", tool.replace("![A](assets/a.svg)", ""), "---", /no drawing/],
    ["a tool's page that is broken", "tools/make.md", tool.replace("title: T", "x: T"), "x: T", /title/],
    [
      "a drawing of a tool that is not there",
      "tools/make.md",
      tool.replace("a.svg", "b.svg"),
      "![A]",
      /no file tools\/assets\/b\.svg/,
    ],
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
    const problems = await checkContent(await aCourse({ "causes/.keep": "" }));
    expect(problems.filter(({ file }) => file.startsWith("causes/"))).toHaveLength(2 * CAUSES.length);
    expect(problems).toContainEqual(
      expect.objectContaining({ file: "m1/lekcja.en.md", message: "there is no English page", severity: "warning" }),
    );
  });
});
