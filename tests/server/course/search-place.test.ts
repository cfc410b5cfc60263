import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tagIn, tagsIn } from "#server/search/queries";
import { aLesson, aStep, save } from "./a-course.ts";
import { ask, BODY, CONTENT, course, EVERYBODY, hrefs, READER } from "./a-search.ts";

describe("a message", () => {
  test.each([
    [
      "Forbidden - perhaps check your credentials?",
      "/causes/forbidden_unspecified_403",
      "/lessons/modul-1/sprawdzenie#gdy-bad-pokazuje-inne-narzedzie",
    ],
    [
      "Your organization must be verified to use the model `gpt-image-1`.",
      "/causes/org_unverified",
      "/lessons/modul-1/obrazy-i-weryfikacja#rozpocznij-weryfikacje",
    ],
    ["blad 403", "/causes/forbidden_unspecified_403", "/lessons/modul-1/sprawdzenie#gdy-bad-pokazuje-inne-narzedzie"],
  ])("%j finds its cause first, and then the section that explains it", async (message, cause, section) => {
    const found = await ask(CONTENT, message);
    expect(found.match).toBe("message");
    expect(hrefs(found).slice(0, 2)).toEqual([cause, section]);
    expect(hrefs(found).filter((href) => href === cause)).toHaveLength(1);
  });

  test("in English leads to the English section", async () => {
    const found = await ask(CONTENT, "Forbidden - perhaps check your credentials?", { locale: "en" });
    expect(hrefs(found)[0]).toBe("/causes/forbidden_unspecified_403");
    expect(hrefs(found)[1]).toMatch(/^\/lessons\/modul-1\/sprawdzenie#/);
    expect(found.findings.every(({ locale }) => locale === "en")).toBe(true);
  });

  test("is not what somebody asks in their own words", async () => {
    for (const question of ["jak kupić środki na API", "skąd wziąć klucz", "500 zł"])
      expect((await ask(CONTENT, question)).match).not.toBe("message");
  });
});

describe("the real course", () => {
  test.each([
    ["pl", "jak kupić środki", "/lessons/modul-1/srodki#kup-srodki-na-api"],
    ["pl", "karta odrzucona", "/lessons/modul-1/srodki#gdy-cos-nie-dziaa"],
    ["pl", "kod qr", "/lessons/modul-1/obrazy-i-weryfikacja#potwierdz-tozsamosc-w-telefonie"],
    ["pl", "zgubiłem klucz", "/lessons/modul-1/klucz-api#zapisz-klucz-w-rozruchu"],
    ["en", "buying credits", "/lessons/modul-1/srodki#buy-api-credits"],
    ["en", "verifying", "/lessons/modul-1/obrazy-i-weryfikacja#start-the-verification"],
  ])("in %s for %j leads to %s", async (locale, question, href) => {
    expect(hrefs(await ask(CONTENT, question, { locale, most: 4 }))).toContain(href);
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
    const directory = await course({ "m1/gemini.md": GOOGLE, "causes/google_quota_exhausted.md": CAUSE });
    expect((await ask(directory, "papuga")).findings).toEqual([]);
    expect((await ask(directory, "gemini")).findings).toEqual([]);
    expect((await tagsIn(directory, READER, "pl")).map(({ slug }) => slug)).toEqual(["openai"]);
    expect(await tagIn(directory, READER, "pl", "gemini")).toBeNull();
    const everything = await ask(directory, "papuga", { reader: EVERYBODY });
    expect(hrefs(everything)).toEqual(
      expect.arrayContaining(["/causes/google_quota_exhausted", "/lessons/m1/gemini#jak-to-zrobic"]),
    );
    expect(hrefs(await ask(directory, "gemini", { reader: EVERYBODY }))).toContain("/tags/gemini");
  });
});

describe("the index", () => {
  test("is that of the files as they are: what was written since is found, what was taken away is not", async () => {
    const directory = await course();
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
    const directory = await course({ "m1/zepsuta.md": "---\nsteps: [\n---\n\n# Zepsuta\n\nKlucz.\n" });
    expect(hrefs(await ask(directory, "klucz"))).toContain("/lessons/m1/lekcja#klucz-do-drzwi");
    expect(hrefs(await ask(directory, "zepsuta"))).toEqual([]);
  });

  test("of a folder that is not there is empty", async () => {
    expect((await ask("/nowhere/at/all", "klucz")).findings).toEqual([]);
    expect(await tagsIn("/nowhere/at/all", READER, "pl")).toEqual([]);
  });

  test("in English has the Polish page of a lesson that has no other, and says so", async () => {
    const directory = await course();
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
