import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderedFile } from "#server/course/rendered";
import { aCourse, aLesson, save } from "./a-course.ts";

const rendered = async (file: string): Promise<string> => {
  const page = await renderedFile(file);
  return page.ok ? page.value : `failed: ${page.problems.map(({ line, message }) => `${line} ${message}`).join(", ")}`;
};

describe("a page that is printed", () => {
  test("has its tags, its title and the whole text", async () => {
    const directory = await aCourse({
      "m1/obok.md": "---\ntags: [Błąd 403, API]\ntitle: Obok\n---\n\nTekst od 3:23.\n",
    });
    const page = await rendered(join(directory, "m1/obok.md"));
    expect(page).toMatch(
      /^<nav class="md-tags"><a class="md-tag"[^>]*>Błąd 403<\/a><a[^>]*>API<\/a><\/nav><h1>Obok<\/h1>/,
    );
    expect(page).toContain('<a href="?t=203#film" class="time" data-at="203">3:23</a>');
  });

  test("has the video of its module, or none", async () => {
    const body = "# Lekcja\n\nPatrz 3:23 i 9:59.\n";
    const directory = await aCourse({ "m1/lekcja.md": aLesson({ steps: "", body }) });
    const page = await rendered(join(directory, "m1/lekcja.md"));
    expect(page).toContain(">3:23</a>");
    expect(page).toContain("i 9:59.");
    await save(directory, "m1/module.yaml", "title: { pl: M, en: M }\norder: 1\nlessons: [lekcja]\n");
    await save(directory, "m1/lekcja.md", aLesson({ steps: "", body }).replace("video: film\n", ""));
    expect(await rendered(join(directory, "m1/lekcja.md"))).toContain("Patrz 3:23 i 9:59.");
  });

  test("may lie anywhere, and then every time is one of its video's", async () => {
    const directory = await aCourse({ "gdzies/strona.md": "# Strona\n\nOd czasu 1:02:03.\n\n![Opis](brak.png)\n" });
    const page = await rendered(join(directory, "gdzies/strona.md"));
    expect(page).toContain('href="?t=3723#film"');
    expect(page).toContain('alt="Opis"');
    expect(page).toContain('data-missing="brak.png"');
  });

  test("says what is wrong with its front matter, and that it is not there", async () => {
    const directory = await aCourse({ "gdzies/strona.md": "---\ntags: [a\n---\n# A\n" });
    expect(await rendered(join(directory, "gdzies/strona.md"))).toMatch(/^failed: \d+ YAML/);
    expect(await rendered(join(directory, "gdzies/inna.md"))).toBe("failed: 1 there is no such page");
  });
});
