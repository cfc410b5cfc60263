import { describe, expect, test } from "vitest";
import { catalogueFor, providerOfCause, SHELVES, shelfOf } from "#domain/cause/catalogue";
import { CAUSES } from "#domain/cause/cause";
import { answers } from "#domain/cause/search";

describe("the catalogue", () => {
  test("has every cause that a message can have, once", () => {
    const catalogued = catalogueFor(["openai", "google"]);
    expect(new Set(catalogued).size).toBe(catalogued.length);
    expect(CAUSES.filter((cause) => !catalogued.includes(cause))).toEqual(["none_of_these", "unknown"]);
  });

  test("leaves out the causes of a provider that is not offered", () => {
    const without = catalogueFor(["openai"]);
    expect(CAUSES.filter((cause) => shelfOf(cause) !== null && !without.includes(cause))).toEqual(
      CAUSES.filter((cause) => providerOfCause(cause) === "google"),
    );
  });

  test("stands shelf by shelf", () => {
    const shelves = catalogueFor(["openai", "google"]).map(shelfOf);
    expect(shelves.filter((shelf, at) => shelf !== shelves[at - 1])).toEqual(SHELVES);
  });
});

describe("a question to the catalogue", () => {
  test.each([
    ["brak srodkow", "Brak środków na API"],
    ["BŁĄD", "To nie błąd klucza"],
    ["blad", "To nie błąd klucza"],
    ["insufficient_quota", "Insufficient quota detected"],
    ["[429]", "429 too many"],
    ["", "anything"],
  ])("%s is answered by %s", (question, text) => {
    expect(answers(question, [text])).toBe(true);
  });

  test("needs all of its words, wherever they are", () => {
    expect(answers("klucz limit", ["Klucz", "Limity"])).toBe(true);
    expect(answers("klucz limit", ["Klucz"])).toBe(false);
  });
});
