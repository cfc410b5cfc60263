import { describe, expect, test } from "vitest";
import { anchorsBeside, slugOf } from "#server/course/markdown/anchor";

describe("an anchor", () => {
  test.each([
    ["Nie wiem, gdzie wygenerować swój klucz API", "nie-wiem-gdzie-wygenerowac-swoj-klucz-api"],
    ["Błąd 403 – i co dalej?", "bad-403-i-co-dalej"],
    ["⚠️ Informacje o bezpieczeństwie", "informacje-o-bezpieczenstwie"],
    ["Cause:  two   spaces -- and dashes", "cause-two-spaces-and-dashes"],
    ["gpt_image 1", "gpt_image-1"],
  ])("of '%s' is the one that Python-Markdown makes", (heading, slug) => {
    expect(slugOf(heading)).toBe(slug);
  });

  test("that is taken gets a number, and one that is empty too", () => {
    const anchorFor = anchorsBeside(new Set<string>());
    expect(["Krok", "Krok", "Krok", "Krok_1", "Ł", "Ł"].map((heading) => anchorFor(heading))).toEqual([
      "krok",
      "krok_1",
      "krok_2",
      "krok_3",
      "_1",
      "_2",
    ]);
  });
});
