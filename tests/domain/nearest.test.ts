import { expect, test } from "vitest";
import { nearest } from "#domain/course/nearest";

test.each([
  ["klucz", ["konto", "klucz-api", "srodki"], "klucz-api"],
  ["klucz-api", ["klucz", "konto-api"], "klucz"],
  ["konto-opnai", ["konto-openai", "konto-google"], "konto-openai"],
  ["srodki-zakup", ["klucz-api", "konto"], null],
  ["klucz", [], null],
])("the word nearest to %s among %j is %s", (word, words, found) => {
  expect(nearest(word, words)).toBe(found);
});
