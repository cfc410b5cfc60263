import { describe, expect, test } from "vitest";
import type { Lesson } from "#domain/course/course";
import { tagSlug, tagsOf } from "#domain/course/tag";

const aLesson = (slug: string, ...tags: readonly string[]) =>
  ({ module: "m1", slug, title: slug, tags }) as unknown as Lesson;

describe("a tag's address", () => {
  test.each([
    ["Moduł 1", "modul-1"],
    ["Błąd 403", "blad-403"],
    ["gpt-image-1", "gpt-image-1"],
    ["  API   key ", "api-key"],
    ["Zażółć gęślą", "zazolc-gesla"],
    ["C++", "c"],
    ["Тег", "тег"],
    ["!?", ""],
  ])("of %j is %j", (tag, slug) => {
    expect(tagSlug(tag)).toBe(slug);
    expect(tagSlug(slug)).toBe(slug);
  });
});

describe("the tags of some lessons", () => {
  test("are the most used first, then by the alphabet of the language", () => {
    const lessons = [aLesson("a", "Żaba", "OpenAI"), aLesson("b", "Zebra", "OpenAI"), aLesson("c", "Łoś")];
    expect(tagsOf(lessons, "pl").map(({ name }) => name)).toEqual(["OpenAI", "Łoś", "Zebra", "Żaba"]);
  });

  test("with one address are one, named as it is written most often", () => {
    const [tag, ...others] = tagsOf(
      [aLesson("a", "blad 403"), aLesson("b", "Błąd 403"), aLesson("c", "Błąd 403")],
      "pl",
    );
    expect(others).toEqual([]);
    expect(tag).toMatchObject({ slug: "blad-403", name: "Błąd 403" });
    expect(tag?.lessons.map(({ slug }) => slug)).toEqual(["a", "b", "c"]);
  });

  test("that a lesson has twice count once, and one without letters is none", () => {
    expect(tagsOf([aLesson("a", "API", "api", "!")], "pl")).toMatchObject([{ slug: "api", lessons: [{ slug: "a" }] }]);
  });
});
