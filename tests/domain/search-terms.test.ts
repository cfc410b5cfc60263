import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { termsOf } from "#domain/search/terms";
import { folded, wordsIn } from "#domain/search/word";

const meet = (one: string, other: string): boolean => termsOf(one).some((term) => termsOf(other).includes(term));

/** Lines of the forms of one word each, in the two parts of the file. */
const [SEEN = [], UNSEEN = []] = readFileSync(join(import.meta.dirname, "../data/inflected.txt"), "utf8")
  .split(/^#.*\n/m)
  .slice(1)
  .map((part) =>
    part
      .trim()
      .split("\n")
      .map((line) => line.split(" ")),
  );

const pairsOf = (forms: readonly string[]) =>
  forms.flatMap((one, place) => forms.slice(place + 1).map((other) => [one, other] as const));

describe("the forms of a word", () => {
  test.each(SEEN.map((forms) => [forms[0], forms] as const))("of %s are found by one another", (_, forms) => {
    expect(pairsOf(forms).filter(([one, other]) => !meet(one, other))).toEqual([]);
  });

  test("of words that the rules were not written for are found by one another, but for a few in a hundred", () => {
    const pairs = UNSEEN.flatMap(pairsOf);
    expect(pairs.length).toBeGreaterThan(200);
    expect(pairs.filter(([one, other]) => meet(one, other)).length / pairs.length).toBeGreaterThan(0.95);
  });

  test("are found by words without their accents, capitals or signs", () => {
    for (const form of [...SEEN, ...UNSEEN].flat()) {
      expect(meet(form, form.toUpperCase())).toBe(true);
      expect(meet(form, form.normalize("NFD"))).toBe(true);
      expect(termsOf(form)).toContain(folded(form));
    }
    expect(meet("blad", "Błąd")).toBe(true);
    expect(meet("bledu", "błąd")).toBe(true);
    expect(meet("srodkow", "Środki")).toBe(true);
  });
});

describe("two words", () => {
  test.each([
    ["karta", "kara"],
    ["klucz", "kluska"],
    ["konto", "koniec"],
    ["test", "tekst"],
    ["model", "moduł"],
    ["port", "portal"],
    ["organizacja", "organ"],
    ["film", "firma"],
    ["bank", "banan"],
    ["krok", "król"],
    ["opłata", "opinia"],
    ["dowód", "dom"],
    ["access", "accent"],
    ["401", "403"],
    ["n8n", "n9n"],
  ])("%s and %s stay apart", (one, other) => {
    expect(meet(one, other)).toBe(false);
  });

  test("of which the table has different lines stay apart, whatever their forms", () => {
    const lines = [...SEEN, ...UNSEEN];
    const strangers = lines.flatMap((forms, place) =>
      lines
        .slice(place + 1)
        .flatMap((others) =>
          forms.flatMap((one) => others.filter((other) => meet(one, other)).map((other) => `${one} ${other}`)),
        ),
    );
    expect(strangers).toEqual([]);
  });
});

/** Softened before the ending of the locative. */
const SOFTENED: Readonly<Record<string, string>> = { t: "cie", d: "dzie", r: "rze", k: "ce", l: "li" };
const locative = (stem: string): string => {
  const softened = SOFTENED[stem.at(-1) ?? ""];
  return softened === undefined ? `${stem}ie` : stem.slice(0, -1) + softened;
};
const withEndings = (endings: string) => (stem: string) =>
  endings.split(" ").map((ending) => stem + ending.replace("-", ""));

const PARADIGMS: Readonly<Record<string, (stem: string) => readonly string[]>> = {
  "a masculine noun": (stem) => [
    ...withEndings("- u owi em y ów om ami ach")(stem),
    ...(stem.endsWith("k") ? [] : [locative(stem)]),
  ],
  "a feminine noun": (stem) => [...withEndings("a y ę ą - om ami ach")(stem), locative(stem)],
  "a noun in -acja": withEndings("acja acji ację acją acje acjom acjami acjach"),
  "a noun in -ość": withEndings("ość ości ością ościom ościami ościach"),
  "a noun in -enie": withEndings("enie enia eniu eniem eń eniom eniami eniach"),
  "an adjective": withEndings("y a e ego ej emu ą ym ych ymi"),
  "a verb in -ować": withEndings("ować uje uję ujesz ujemy owany owana owane owanie"),
  "a verb in -ać": withEndings("ać am asz a amy ają any ana ane anie"),
};
const syllable = fc
  .tuple(fc.constantFrom(..."bdgklmnprstwz"), fc.constantFrom(..."aeouyi"))
  .map((letters) => letters.join(""));
/** Words that there are not: the rules cannot know them. */
const stems = fc
  .tuple(fc.array(syllable, { minLength: 2, maxLength: 3 }), fc.constantFrom(..."bdfklnprst"))
  .map(([syllables, last]) => syllables.join("") + last)
  // One whose end is itself such a suffix as verbs add loses it once, and the forms with a suffix lose theirs.
  .filter((stem) => !/[aeo]n$/.test(stem));

describe("a word that nobody has seen", () => {
  test.each(Object.entries(PARADIGMS))("as %s is found by all its forms", (_, formsOf) => {
    fc.assert(
      fc.property(stems, (stem) => {
        expect(pairsOf(formsOf(stem)).filter(([one, other]) => !meet(one, other))).toEqual([]);
      }),
    );
  });

  test("whatever it is has itself among its terms, and none that is empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const { text: word, start, end } of wordsIn(text)) {
          expect(text.slice(start, end)).toBe(word);
          const terms = termsOf(word);
          expect(terms.length).toBeLessThanOrEqual(4);
          expect(terms).not.toContain("");
          if (folded(word) !== "") expect(terms).toContain(folded(word));
        }
      }),
    );
  });
});
