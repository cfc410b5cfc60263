import { describe, expect, test } from "vitest";
import { daysIn, NUDGES, readRules, sourceIn, sourceText } from "#domain/nudge/rule";

const cohortId = "01900000-0000-7000-8000-000000000001";

describe("what a form says of reminders", () => {
  test("only what is ticked is on, whatever days stand beside the rest", () => {
    const days = { due: "2", blocked: "5", never_signed_in: "x", stalled: "99" };
    expect(readRules(["due", "blocked", "nonsense"], (kind) => days[kind])).toEqual({ due: 2, blocked: 5 });
    expect(readRules([], (kind) => days[kind])).toEqual({});
  });

  test("is nothing where the days of a ticked case are none", () => {
    expect(readRules(["due", "stalled"], (kind) => (kind === "due" ? "2" : "99"))).toBeNull();
  });

  test.each(["", "0", "31", "-1", "1.5", "1e1", "trzy", "007"])(
    "days are whole numbers from 1 to 30, and not '%s'",
    (text) => {
      expect(daysIn(text)).toBeNull();
    },
  );
});

describe("of which rule a message is", () => {
  test("is read back as it was written, for each case", () => {
    for (const kind of NUDGES) {
      const due = kind === "due" ? { module: "modul-1", lesson: "klucz-api", day: "2026-12-03" } : null;
      expect(sourceIn(sourceText({ kind, cohortId, due }))).toEqual({ kind, cohortId, due });
    }
  });

  test.each([
    "",
    "inactive:3",
    "undone:openai-konto",
    `nudge:other:${cohortId}`,
    "nudge:stalled:1",
    `nudge:due:${cohortId}`,
    `nudge:stalled:${cohortId}:modul-1/klucz-api:2026-12-03`,
  ])("is nothing for '%s'", (text) => {
    expect(sourceIn(text)).toBeNull();
  });
});
