import { describe, expect, test } from "vitest";
import type { Finding } from "#domain/search/finding";
import { aLesson } from "./a-course.ts";
import { ask, CONTENT, course, hrefs, marksOf, textOf } from "./a-search.ts";

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
