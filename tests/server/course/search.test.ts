import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "#domain/search/finding";
import { aLesson } from "./a-course.ts";
import { aHouse, ask, hrefs, marksOf, textOf } from "./a-question.ts";

const CONTENT = join(import.meta.dirname, "../../../content");

describe("a question", () => {
  test.each(["klucz", "klucza", "kluczem", "KLUCZY", "kluczami"])(
    "for %j finds the section of the key and marks it",
    async (form) => {
      const { findings, match } = await ask(await aHouse(), form);
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
    const [first] = (await ask(await aHouse(), "wycieraczka")).findings;
    expect(first).toMatchObject({ kind: "section", href: "/lessons/m1/lekcja#zapasowy-klucz" });
    expect(textOf(first?.heading)).toBe("Zapasowy klucz");
    expect(textOf(first?.passage)).toBe("Leży pod wycieraczką.");
  });

  test.each(["weryfikację", "weryfikacji", "weryfikcja", "WERYFIKACJA", "werifikacja", "weryfikajca", "weryf"])(
    "for %j finds what is about 'weryfikacja'",
    async (typed) => {
      expect(hrefs(await ask(await aHouse(), typed))).toEqual(["/lessons/m1/lekcja#organizacja-szafy"]);
    },
  );

  test("needs no accents", async () => {
    const directory = await aHouse({
      "m1/bledy.md": aLesson({ steps: "", body: "# Błędy\n\n## Błąd świateł\n\nŻarówka.\n" }),
    });
    for (const typed of ["blad swiatel", "błędu świateł", "zarowki"])
      expect(hrefs(await ask(directory, typed))).toContain("/lessons/m1/bledy#bad-swiate");
  });

  test("wants all its words, and is content with some where no place has them all", async () => {
    const directory = await aHouse();
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
    const directory = await aHouse();
    expect(hrefs(await ask(directory, "krok"))).toEqual(["/lessons/m1/lekcja#klucz-do-drzwi"]);
    expect(hrefs(await ask(directory, "openai"))).toEqual(["/lessons/m1/lekcja", "/tags/openai"]);
  });

  test("that says nothing, or that nothing has, finds nothing and nothing is wrong", async () => {
    const directory = await aHouse();
    for (const typed of ["", "   ", "?!", "…", "\u0000", "(", "lodówka", "x".repeat(5_000)])
      expect((await ask(directory, typed)).findings).toEqual([]);
    expect((await ask(directory, "wertfkcja")).nearest).toEqual(["weryfikacja"]);
  });

  test("reads no words that only screen readers are told", async () => {
    expect((await ask(await aHouse(), "nowej karcie")).findings).toEqual([]);
  });

  test("is answered with so many places at most", async () => {
    expect((await ask(CONTENT, "klucz", { most: 4 })).findings).toHaveLength(4);
  });
});

describe("the order", () => {
  test("has a heading before a text, and a word in its own form before its other forms", async () => {
    const directory = await aHouse({
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
  ] as const)("in %s for %j leads to %s", async (locale, question, href) => {
    expect(hrefs(await ask(CONTENT, question, { locale, most: 4 }))).toContain(href);
  });
});
