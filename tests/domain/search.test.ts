import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceBetween, nearestWords } from "#domain/search/nearest";
import { foundIn, LONGEST_PASSAGE, marked, type Piece, passageOf } from "#domain/search/passage";
import { LONGEST_QUESTION, messageIn, questionIn } from "#domain/search/question";
import { tellingWords } from "#domain/search/stop-words";
import { folded } from "#domain/search/word";

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");
const isKey = (word: string) => /^klucz/i.test(word);

describe("a passage", () => {
  test("is the sentence that has the word, marked", () => {
    const text = "Najpierw konto. Potem utwórz klucz i zapisz go. Na koniec test.";
    expect(passageOf(text, isKey)).toEqual([
      { text: "… ", isFound: false },
      { text: "Potem utwórz ", isFound: false },
      { text: "klucz", isFound: true },
      { text: " i zapisz go. Na koniec test.", isFound: false },
    ]);
  });

  test("is where the most of the words stand together", () => {
    const far = `Klucz jest tu. ${"Nic tu nie ma. ".repeat(30)}A tu klucz i karta. ${"Nic więcej. ".repeat(30)}`;
    expect(textOf(passageOf(far, (word) => /^(klucz|karta)$/i.test(word)))).toContain("A tu klucz i karta");
  });

  test("is the beginning of a text that has none of them", () => {
    expect(textOf(passageOf("Krótki tekst.\n\nDalej.", isKey))).toBe("Krótki tekst. Dalej.");
    expect(textOf(passageOf("słowo ".repeat(100), isKey))).toMatch(/^słowo .+ …$/);
    expect(passageOf("", isKey)).toEqual([]);
  });

  test("of any text is a part of it, marks words alone, and is no longer than a few lines", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom("klucz", "Kluczem", ". ", " ", "\n", "…"), fc.string())),
        (parts) => {
          const text = parts.join(" ");
          const pieces = passageOf(text, isKey);
          const shown = textOf(pieces).replace(/^… | …$/g, "");
          expect(text.replace(/\s+/g, " ")).toContain(shown.trim());
          expect(shown.length).toBeLessThanOrEqual(LONGEST_PASSAGE + 1);
          expect(pieces.filter((piece) => piece.isFound).every((piece) => isKey(piece.text))).toBe(true);
          expect(textOf(marked(text, isKey))).toBe(text);
        },
      ),
    );
  });

  test("with a word has it marked", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 80 }), fc.nat(), (text, place) => {
        const words = text.split(" ");
        words.splice(place % (words.length + 1), 0, "klucz");
        expect(passageOf(words.join(" "), isKey).some(({ isFound }) => isFound)).toBe(true);
      }),
    );
  });

  test("counts each word once", () => {
    expect(foundIn("klucz Klucz kluczem karta", isKey)).toBe(2);
  });
});

describe("a question", () => {
  test("is one line without what looks like a secret, and not too long", () => {
    const key = ["sk", "proj", randomBytes(90).toString("base64url")].join("-");
    const asked = questionIn(`  Błąd 403\n  przy ${key}  `);
    expect(asked).toMatch(/^Błąd 403 przy /);
    for (const piece of key.match(/.{12}/g) ?? []) expect(asked).not.toContain(piece);
    expect(questionIn(asked)).toBe(asked);
    expect(questionIn("słowo ".repeat(1_000)).length).toBeLessThanOrEqual(LONGEST_QUESTION);
  });

  test("is asked by the words that tell something, each once", () => {
    expect(tellingWords("Jak kupić środki na API?")).toEqual(["kupić", "środki", "API"]);
    expect(tellingWords("how do I verify my organization")).toEqual(["verify", "organization"]);
    expect(tellingWords("Klucz klucz KLUCZ")).toEqual(["Klucz"]);
    expect(tellingWords("jak to")).toEqual(["jak", "to"]);
    expect(tellingWords("?!")).toEqual([]);
  });

  test.each([
    ["403", "403"],
    ["błąd 403", "403"],
    ["HTTP 429", "429"],
    ["429 error", "429"],
    ["Incorrect API key provided", "Incorrect API key provided"],
    ["klucz", null],
    ["500 zł", null],
    ["gpt-4", null],
  ])("%j may be the message %j", (question, message) => {
    expect(messageIn(question)).toBe(message);
  });
});

describe("words that look alike", () => {
  const usual = new Map([
    ["weryfikacja", 9],
    ["organizacja", 7],
    ["klucz", 20],
    ["kluczy", 5],
  ]);

  test("are the nearest first, and the more usual of two", () => {
    expect(nearestWords("wertyfikasja", usual, 3)).toEqual(["weryfikacja"]);
    expect(nearestWords("kluczx", usual, 3)).toEqual(["klucz", "kluczy"]);
    expect(nearestWords("lodowka", usual, 3)).toEqual([]);
  });

  test("have a distance that is the same both ways, and none from themselves", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        expect(distanceBetween(one, other)).toBe(distanceBetween(other, one));
        expect(distanceBetween(one, one)).toBe(0);
        expect(distanceBetween(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(distanceBetween(one, other)).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
      }),
    );
  });
});

test("folding twice is folding once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(folded(folded(text))).toBe(folded(text));
    }),
  );
  expect(folded("Zażółć gęślą jaźń")).toBe("zazolc gesla jazn");
});
