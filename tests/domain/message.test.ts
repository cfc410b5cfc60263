import { describe, expect, test } from "vitest";
import { ruleIn, ruleText } from "#domain/message/rule";
import { checkedWords, LONGEST_BODY, wordsFor } from "#domain/message/words";

const WORDS = { subject: " Temat\n drugi ", body: "Jeden\r\n\r\nDwa ", subjectEn: "", bodyEn: "" };

describe("the words of a message", () => {
  test("are trimmed, and a subject is one line", () => {
    expect(checkedWords(WORDS)).toEqual({
      ok: true,
      value: { subject: "Temat drugi", body: "Jeden\n\nDwa", subjectEn: "", bodyEn: "" },
    });
  });

  test("without a subject or a text, with half an English, or too long are refused by name", () => {
    const refusalOf = (change: Partial<typeof WORDS>) => checkedWords({ ...WORDS, ...change });
    expect(refusalOf({ subject: " " })).toMatchObject({ refusal: "empty" });
    expect(refusalOf({ body: "\n" })).toMatchObject({ refusal: "empty" });
    expect(refusalOf({ bodyEn: "Hello" })).toMatchObject({ refusal: "half_english" });
    expect(refusalOf({ body: "a".repeat(LONGEST_BODY + 1) })).toMatchObject({ refusal: "too_long" });
  });

  test("go to each reader in their language, and in Polish where there are no English ones", () => {
    const both = { subject: "Temat", body: "Raz\n\nDwa", subjectEn: "Subject", bodyEn: "One" };
    expect(wordsFor("en", both)).toEqual({ subject: "Subject", paragraphs: ["One"] });
    expect(wordsFor("pl", both)).toEqual({ subject: "Temat", paragraphs: ["Raz", "Dwa"] });
    expect(wordsFor("en", { ...both, subjectEn: null, bodyEn: null })).toMatchObject({ subject: "Temat" });
  });
});

describe("whom a rule means", () => {
  test("reads what it writes", () => {
    for (const text of ["inactive:3", "undone:srodki-zakup"]) {
      const rule = ruleIn(text);
      expect(rule && ruleText(rule)).toBe(text);
    }
  });

  test("is nothing for what is no rule", () => {
    for (const text of ["", "inactive", "inactive:0", "inactive:91", "inactive:-1", "undone:", "undone:A B", "x:1"])
      expect([text, ruleIn(text)]).toEqual([text, null]);
  });
});
