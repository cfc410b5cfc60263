import { describe, expect, test } from "vitest";
import { stepsOf } from "#domain/course/course";
import { causePage, lessonPage, moduleOf, modulesOf } from "#server/course/queries";
import { aCourse, aLesson, aStep } from "./a-course.ts";

const google = aLesson({ steps: aStep("gemini", "jak-to-zrobic", ", optional: true") }).replace(
  "minutes: 5",
  "provider: google",
);
const cause =
  "---\ntitle: T\nshort: s\nlesson: gemini\nanchor: jak-to-zrobic\nretry: wait\nonWhom: provider\n---\n\nT.\n\n## Co zrobić\n\n1. A.\n";
const course = () => aCourse({ "m1/gemini.md": google, "causes/google_quota_exhausted.md": cause });

describe("a lesson of another provider", () => {
  test("is nowhere while that provider is not offered", async () => {
    const directory = await course();
    const module = await moduleOf("pl", directory, { providers: ["openai"] });
    expect(module.lessons.map(({ slug }) => slug)).toEqual(["lekcja"]);
    expect(stepsOf(module).map(({ id }) => id)).toEqual(["krok"]);
    expect(await modulesOf("pl", directory, { providers: ["openai"] })).toHaveLength(1);
    expect(await lessonPage("pl", "gemini", directory, { providers: ["openai"] })).toBeNull();
    expect(await lessonPage("pl", "lekcja", directory, { providers: ["openai"] })).not.toBeNull();
  });

  test("is there when the operator names it", async () => {
    const directory = await course();
    const module = await moduleOf("pl", directory, { providers: ["openai", "google"] });
    expect(module.lessons.map(({ slug }) => slug)).toEqual(["lekcja", "gemini"]);
    expect(await lessonPage("pl", "gemini", directory, { providers: ["openai", "google"] })).toMatchObject({
      lesson: { provider: "google" },
    });
  });

  test("is no place that a cause leads to while it is not there", async () => {
    const directory = await course();
    const page = (providers: readonly ("openai" | "google")[]) =>
      causePage("pl", "google_quota_exhausted", directory, { providers });
    expect(await page(["openai"])).toMatchObject({ title: "T", module: null, lesson: null, anchor: null });
    expect(await page(["openai", "google"])).toMatchObject({ module: "m1", lesson: "gemini", anchor: "jak-to-zrobic" });
  });
});

describe("the course", () => {
  test("has its Gemini lesson for those who are offered it alone, and none of its steps is required", async () => {
    const slugs = async (providers: readonly ("openai" | "google")[]) =>
      (await moduleOf("pl", undefined, { providers })).lessons.map(({ slug }) => slug);
    expect(await slugs(["openai"])).not.toContain("klucz-google");
    expect(await slugs(["openai", "google"])).toContain("klucz-google");
    const module = await moduleOf("pl", undefined, { providers: ["openai", "google"] });
    const steps = module.lessons.find(({ slug }) => slug === "klucz-google")?.steps ?? [];
    expect(steps.map(({ check }) => check)).toEqual(["google.key", "google.format", "google.answer"]);
    expect(steps.every(({ optional }) => optional)).toBe(true);
  });
});
