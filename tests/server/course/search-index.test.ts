import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Reader } from "#domain/search/reader";
import { tagIn, tagsIn } from "#server/search/queries";
import { aLesson, aStep, save } from "./a-course.ts";
import { aHouse, ask, BODY, hrefs, READER, textOf } from "./a-question.ts";

const CONTENT = join(import.meta.dirname, "../../../content");
const EVERYBODY: Reader = { providers: ["openai", "google"], cohorts: [] };

const VTT = `WEBVTT

00:01.000 --> 00:03.000
Witamy w ogrodzie.

03:23.500 --> 03:26.000
Teraz podlewamy

03:26.000 --> 03:29.000
zielone storczyki.
`;
const WITH_CAPTIONS = `title: { pl: Moduł, en: Module }
order: 1
lessons: [lekcja]
videos: [{ id: film, title: { pl: Film, en: Film }, file: film.mp4, seconds: 490, captions: [{ locale: pl, file: film.vtt }] }]
`;

describe("what is said in a film", () => {
  test("is found at the second at which its sentence begins", async () => {
    const directory = await aHouse({ "m1/module.yaml": WITH_CAPTIONS, "m1/film.vtt": VTT });
    const { findings } = await ask(directory, "podlewanie storczyków");
    expect(findings).toMatchObject([{ kind: "film", href: "/lessons/m1/lekcja?t=203#film", at: 203 }]);
    expect(textOf(findings[0]?.passage)).toBe("Teraz podlewamy zielone storczyki.");
    expect(hrefs(await ask(directory, "ogród"))).toEqual(["/lessons/m1/lekcja?t=1#film"]);
  });

  test("is not found where no lesson plays it", async () => {
    const directory = await aHouse({
      "m1/module.yaml": WITH_CAPTIONS,
      "m1/film.vtt": VTT,
      "m1/lekcja.md": aLesson().replace("video: film", "video: null"),
    });
    expect((await ask(directory, "storczyki")).findings).toEqual([]);
  });
});

const GOOGLE = aLesson({
  steps: aStep("gemini", "jak-to-zrobic"),
  body: "# Bliźnięta\n\n## Jak to zrobić\n\nPapuga.\n",
})
  .replace("minutes: 5", "provider: google")
  .replace("OpenAI", "Gemini");
const CAUSE =
  "---\ntitle: Papuga milczy\nshort: s\nlesson: gemini\nanchor: jak-to-zrobic\nretry: wait\nonWhom: provider\n---\n\nT.\n\n## Co zrobić\n\n1. A.\n";

describe("whoever may not meet a lesson", () => {
  test("finds neither it, its tag, nor the causes of its provider", async () => {
    const directory = await aHouse({ "m1/gemini.md": GOOGLE, "causes/google_quota_exhausted.md": CAUSE });
    expect((await ask(directory, "papuga")).findings).toEqual([]);
    expect((await ask(directory, "gemini")).findings).toEqual([]);
    expect((await tagsIn(directory, READER, "pl")).map(({ slug }) => slug)).toEqual(["openai"]);
    expect(await tagIn(directory, READER, "pl", "gemini")).toBeNull();
    expect((await ask(directory, "blizniat")).findings).toEqual([]);
    expect((await ask(directory, "papgua", { reader: EVERYBODY })).findings).not.toEqual([]);
    expect((await ask(directory, "bapuka")).nearest).toEqual([]);
    expect((await ask(directory, "bapuka", { reader: EVERYBODY })).nearest).toEqual(["papuga"]);
    const everything = await ask(directory, "papuga", { reader: EVERYBODY });
    expect(hrefs(everything)).toEqual(
      expect.arrayContaining(["/causes/google_quota_exhausted", "/lessons/m1/gemini#jak-to-zrobic"]),
    );
    expect(hrefs(await ask(directory, "gemini", { reader: EVERYBODY }))).toContain("/tags/gemini");
  });
});

describe("the index", () => {
  test("is that of the files as they are: what was written since is found, what was taken away is not", async () => {
    const directory = await aHouse();
    expect((await ask(directory, "hipopotam")).findings).toEqual([]);
    await save(
      directory,
      "m1/lekcja.md",
      aLesson({ steps: aStep("krok", "klucz-do-drzwi"), body: BODY.replace("fotelu", "hipopotamie") }),
    );
    await expect
      .poll(async () => hrefs(await ask(directory, "hipopotam")), { timeout: 20_000 })
      .toEqual(["/lessons/m1/lekcja#klucz-do-drzwi"]);
    await rm(join(directory, "m1/lekcja.md"));
    await expect.poll(async () => hrefs(await ask(directory, "hipopotam")), { timeout: 20_000 }).toEqual([]);
  });

  test("leaves out a page that is broken, and has the rest", async () => {
    const directory = await aHouse({ "m1/zepsuta.md": "---\nsteps: [\n---\n\n# Zepsuta\n\nKlucz.\n" });
    expect(hrefs(await ask(directory, "klucz"))).toContain("/lessons/m1/lekcja#klucz-do-drzwi");
    expect(hrefs(await ask(directory, "zepsuta"))).toEqual([]);
  });

  test("of a folder that is not there is empty", async () => {
    expect((await ask("/nowhere/at/all", "klucz")).findings).toEqual([]);
    expect(await tagsIn("/nowhere/at/all", READER, "pl")).toEqual([]);
  });

  test("in English has the Polish page of a lesson that has no other, and says so", async () => {
    const directory = await aHouse();
    expect((await ask(directory, "kluczem", { locale: "en" })).findings[0]).toMatchObject({
      locale: "pl",
      href: "/lessons/m1/lekcja#klucz-do-drzwi",
    });
  });
});

test("a tag of the other language leads to the same lessons, in the reader's", async () => {
  expect(await tagIn(CONTENT, READER, "en", "klucz-api")).toMatchObject({
    name: "Klucz API",
    lessons: [{ slug: "klucz-api", title: "The API key" }],
  });
  expect(await tagIn(CONTENT, READER, "pl", "klucz-api")).toMatchObject({ lessons: [{ title: "Klucz API" }] });
  expect(await tagIn(CONTENT, READER, "pl", "nie-ma")).toBeNull();
});
