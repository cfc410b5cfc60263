import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding, Found } from "#domain/search/finding";
import type { Reader } from "#domain/search/reader";
import { searchIn, tagIn, tagsIn } from "#server/search/queries";
import { aCourse, aLesson, aStep, save } from "./a-course.ts";

const CONTENT = join(import.meta.dirname, "../../../content");
const READER: Reader = { providers: ["openai"], cohorts: [] };
const EVERYBODY: Reader = { providers: ["openai", "google"], cohorts: [] };

const ask = (directory: string, question: string, { locale = "pl", reader = READER, most = 10 } = {}): Promise<Found> =>
  searchIn(directory, reader, question, { locale: locale as "pl" | "en", most });
const hrefs = ({ findings }: Found): readonly string[] => findings.map(({ href }) => href);
const textOf = (pieces: Finding["heading"] | undefined) => pieces?.map(({ text }) => text).join("");
const marksOf = ({ heading, passage }: Finding) =>
  [...heading, ...passage].filter(({ isFound }) => isFound).map(({ text }) => text);

const BODY = `# Konto

Na początek potrzebny jest adres.

## Klucz do drzwi

Otwórz drzwi kluczem. Potem usiądź w [fotelu](https://example.com).

### Zapasowy klucz

Leży pod wycieraczką.

## Organizacja szafy

Weryfikacja zawartości trwa krótko.
`;
const course = (files: Readonly<Record<string, string>> = {}) =>
  aCourse({ "m1/lekcja.md": aLesson({ steps: aStep("krok", "klucz-do-drzwi"), body: BODY }), ...files });

describe("a question", () => {
  test.each(["klucz", "klucza", "kluczem", "KLUCZY", "kluczami"])(
    "for %j finds the section of the key and marks it",
    async (form) => {
      const { findings, match } = await ask(await course(), form);
      expect(match).toBe("all");
      expect(findings[0]).toMatchObject({
        kind: "step",
        href: "/lessons/m1/lekcja#klucz-do-drzwi",
        trail: "Konto",
        locale: "pl",
      });
      expect(marksOf(findings[0] as Finding)).toEqual(["Klucz", "kluczem"]);
    },
  );

  test("finds a deeper heading at its own anchor", async () => {
    const [first] = (await ask(await course(), "wycieraczka")).findings;
    expect(first).toMatchObject({ kind: "section", href: "/lessons/m1/lekcja#zapasowy-klucz" });
    expect(textOf(first?.heading)).toBe("Zapasowy klucz");
    expect(textOf(first?.passage)).toBe("Leży pod wycieraczką.");
  });

  test.each(["weryfikację", "weryfikacji", "weryfikcja", "WERYFIKACJA", "werifikacja", "weryf"])(
    "for %j finds what is about 'weryfikacja'",
    async (typed) => {
      expect(hrefs(await ask(await course(), typed))).toEqual(["/lessons/m1/lekcja#organizacja-szafy"]);
    },
  );

  test("needs no accents", async () => {
    const directory = await course({
      "m1/bledy.md": aLesson({ steps: "", body: "# Błędy\n\n## Błąd świateł\n\nŻarówka.\n" }),
    });
    for (const typed of ["blad swiatel", "błędu świateł", "zarowki"])
      expect(hrefs(await ask(directory, typed))).toContain("/lessons/m1/bledy#bad-swiate");
  });

  test("wants all its words, and is content with some where no place has them all", async () => {
    const directory = await course();
    expect(await ask(directory, "drzwi kluczem")).toMatchObject({ match: "all" });
    expect(hrefs(await ask(directory, "drzwi kluczem"))[0]).toBe("/lessons/m1/lekcja#klucz-do-drzwi");
    expect(hrefs(await ask(directory, "drzwi kluczem"))).toContain("/lessons/m1/lekcja#zapasowy-klucz");
    const some = await ask(directory, "szafa z wycieraczką");
    expect(some.match).toBe("some");
    expect(hrefs(some)).toEqual(
      expect.arrayContaining(["/lessons/m1/lekcja#zapasowy-klucz", "/lessons/m1/lekcja#organizacja-szafy"]),
    );
  });

  test("finds a step by its own title and a lesson by its tag, and the tag itself", async () => {
    const directory = await course();
    expect(hrefs(await ask(directory, "krok"))).toEqual(["/lessons/m1/lekcja#klucz-do-drzwi"]);
    expect(hrefs(await ask(directory, "openai"))).toEqual(["/lessons/m1/lekcja", "/tags/openai"]);
  });

  test("that says nothing, or that nothing has, finds nothing and nothing is wrong", async () => {
    const directory = await course();
    for (const typed of ["", "   ", "?!", "…", "\u0000", "(", "lodówka", "x".repeat(5_000)])
      expect((await ask(directory, typed)).findings).toEqual([]);
    expect((await ask(directory, "wertyfikasjon")).nearest).toEqual(["weryfikacja"]);
  });

  test("reads no words that only screen readers are told", async () => {
    expect((await ask(await course(), "nowej karcie")).findings).toEqual([]);
  });

  test("is answered with so many places at most", async () => {
    expect((await ask(CONTENT, "klucz", { most: 4 })).findings).toHaveLength(4);
  });
});

describe("the order", () => {
  test("has a heading before a text, and a word in its own form before its other forms", async () => {
    const directory = await course({
      "m1/inne.md": aLesson({
        steps: "",
        body: "# Inne\n\n## Ogród\n\nTu jest mowa o szafie.\n\n## Szafa\n\nMebel.\n",
      }),
    });
    const found = hrefs(await ask(directory, "szafa"));
    expect(found[0]).toBe("/lessons/m1/inne#szafa");
    expect(found.indexOf("/lessons/m1/inne#ogrod")).toBeGreaterThan(0);
  });
});

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
    const directory = await course({ "m1/module.yaml": WITH_CAPTIONS, "m1/film.vtt": VTT });
    const { findings } = await ask(directory, "podlewanie storczyków");
    expect(findings).toMatchObject([{ kind: "film", href: "/lessons/m1/lekcja?t=203#film", at: 203 }]);
    expect(textOf(findings[0]?.passage)).toBe("Teraz podlewamy zielone storczyki.");
    expect(hrefs(await ask(directory, "ogród"))).toEqual(["/lessons/m1/lekcja?t=1#film"]);
  });

  test("is not found where no lesson plays it", async () => {
    const directory = await course({
      "m1/module.yaml": WITH_CAPTIONS,
      "m1/film.vtt": VTT,
      "m1/lekcja.md": aLesson().replace("video: film", "video: null"),
    });
    expect((await ask(directory, "storczyki")).findings).toEqual([]);
  });
});

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
