import { readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { courseOf } from "#server/course/course";
import { causePage, lessonPage, moduleOf } from "#server/course/queries";
import { aCourse, aLesson, aStep, htmlOf, save } from "./a-course.ts";

const LESSONS = "title: { pl: Moduł, en: Module }\norder: 1\nlessons: [dobra, zepsuta]\n";

const lessonsOf = async (directory: string) => (await courseOf(directory, "pl")).modules[0]?.lessons ?? [];

describe("a course", () => {
  test("has the lessons of module.yaml in its order, then those that it forgot", async () => {
    const directory = await aCourse({
      "m1/module.yaml": "title: { pl: M, en: M }\norder: 1\nlessons: [b, lekcja]\n",
      "m1/a.md": aLesson(),
      "m1/b.md": aLesson(),
    });
    const { lessons, title } = await moduleOf("pl", directory);
    expect([title, ...lessons.map(({ slug }) => slug)]).toEqual(["M", "b", "lekcja", "a"]);
  });

  test("leaves a broken page out, says where it is broken, and shows the rest", async () => {
    const broken = "---\ntags: [a]\nminutes: kilka\n---\n\n# Z\n";
    const directory = await aCourse({ "m1/module.yaml": LESSONS, "m1/dobra.md": aLesson(), "m1/zepsuta.md": broken });
    const { modules, problems } = await courseOf(directory, "pl");
    expect(modules[0]?.lessons.map(({ slug }) => slug)).toEqual(["dobra", "lekcja"]);
    expect(problems).toMatchObject([{ file: "m1/zepsuta.md", line: 3 }]);
    expect(await lessonPage("pl", "zepsuta", directory)).toBeNull();
  });

  test.each([
    ["YAML that is none", "---\ntags: [a\n---\n\n# Z\n"],
    ["a step without an anchor", "---\nsteps: [{ id: a, title: A }]\n---\n\n# Z\n"],
    ["a time that is none", '---\nsteps: [{ id: a, title: A, anchor: a, at: "soon" }]\n---\n\n# Z\n'],
    ["a check that nobody knows", "---\nsteps: [{ id: a, title: A, anchor: a, check: openai.magic }]\n---\n\n# Z\n"],
  ])("survives %s", async (_what, text) => {
    const directory = await aCourse({ "m1/zepsuta.md": text });
    const { modules, problems } = await courseOf(directory, "pl");
    expect(modules[0]?.lessons).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: "m1/zepsuta.md", line: expect.any(Number) });
  });

  test("shows its pages when module.yaml is broken, and nothing when there is no folder", async () => {
    const directory = await aCourse({ "m1/module.yaml": "title: [" });
    expect((await moduleOf("pl", directory)).lessons.map(({ slug }) => slug)).toEqual(["lekcja"]);
    expect((await moduleOf("pl", join(directory, "nowhere"))).lessons).toEqual([]);
  });

  test("reads a saved page again, and only that one", async () => {
    const directory = await aCourse({ "m1/druga.md": aLesson() });
    const before = await lessonsOf(directory);
    await writeFile(join(directory, "m1/lekcja.md"), aLesson({ body: "# Nowa\n\n## Jak to zrobić\n" }));
    await utimes(join(directory, "m1/lekcja.md"), new Date(), new Date(Date.now() + 5000));
    const after = await lessonsOf(directory);
    expect(after[0]?.title).toBe("Nowa");
    expect(after[1]).toBe(before[1]);
  });
});

describe("a page in English", () => {
  test("is the English file", async () => {
    const english = aLesson({ steps: aStep("krok", "how"), body: "# Lesson\n\n## How\n" });
    const page = await lessonPage("en", "lekcja", await aCourse({ "m1/lekcja.en.md": english }));
    expect(page).toMatchObject({ title: "Lesson", locale: "en", module: { title: "Module" } });
    expect(page?.sections[0]?.step?.id).toBe("krok");
  });

  test("is the Polish one, and says so, while there is no English file", async () => {
    const page = await lessonPage("en", "lekcja", await aCourse());
    expect(page).toMatchObject({ title: "Lekcja", locale: "pl" });
  });

  test("is the Polish one when the English one has other steps", async () => {
    const english = aLesson({ steps: aStep("other", "how"), body: "# Lesson\n\n## How\n" });
    const page = await lessonPage("en", "lekcja", await aCourse({ "m1/lekcja.en.md": english }));
    expect(page?.locale).toBe("pl");
  });
});

describe("a film", () => {
  test("has the portal's addresses", async () => {
    const page = await lessonPage("pl", "lekcja", await aCourse());
    expect(page?.film).toMatchObject({
      source: { kind: "file", src: "/media/m1/film.mp4" },
      poster: null,
      seconds: 490,
    });
  });

  test("of a page that names none is the only one of its module", async () => {
    const directory = await aCourse({ "m1/lekcja.md": "---\ntags:\n    - OpenAI\n---\n\n# L\n\nOd 3:23.\n" });
    const page = await lessonPage("pl", "lekcja", directory);
    expect(htmlOf(page?.intro)).toContain('data-at="203"');
  });

  test("whose file is missing is not shown, and times stay text", async () => {
    const directory = await aCourse({ "m1/lekcja.md": aLesson({ body: "# L\n\nOd 3:23.\n" }) });
    await save(
      directory,
      "m1/module.yaml",
      (await readFile(join(directory, "m1/module.yaml"), "utf8")).replace("film.mp4", "lost.mp4"),
    );
    const page = await lessonPage("pl", "lekcja", directory);
    expect(page?.film).toBeNull();
    expect(htmlOf(page?.intro)).not.toContain("<a");
  });
});

describe("the page of a cause", () => {
  const front =
    'title: T\nshort: s\nlesson: lekcja\nanchor: jak-to-zrobic\nat: "2:05"\nretry: after-fix\nonWhom: student\n';
  const cause = `---\n${front}---\n\nKlucz jest zły, patrz 3:23.\n\n## Co zrobić\n\n1. Nowy klucz.\n\n## Czego nie robić\n\n- Nic.\n`;

  test("has its three parts and its place in a lesson", async () => {
    const directory = await aCourse({ "causes/key_invalid.md": cause });
    const page = await causePage("en", "key_invalid", directory);
    expect(page).toMatchObject({
      title: "T",
      module: "m1",
      lesson: "lekcja",
      at: 125,
      retry: "after-fix",
      locale: "pl",
      settings: null,
    });
    expect(htmlOf(page?.explanation)).toContain('href="/lessons/m1/lekcja?t=203#film"');
    expect([htmlOf(page?.whatToDo), htmlOf(page?.whatNot ?? undefined)].map((html) => html.includes("<li>"))).toEqual([
      true,
      true,
    ]);
  });

  test("that is missing or broken is no page", async () => {
    const directory = await aCourse({ "causes/key_invalid.md": "---\ntitle: T\n---\n" });
    expect(await causePage("pl", "key_invalid", directory)).toBeNull();
    expect(await causePage("pl", "timeout", directory)).toBeNull();
  });
});
