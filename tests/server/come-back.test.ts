import { describe, expect, test } from "vitest";
import { testAccessLater } from "#server/access-test/commands";
import { comeBack } from "#server/door/come-back";
import { askForHelp } from "#server/help/commands";
import { countUse, type LimitName } from "#server/limit/limit";
import { reportMessage } from "#server/paste/commands";
import type { Student } from "#server/viewer";
import { waitForProvider } from "#server/waiting/commands";
import { aStudent, cast } from "../support/cast.ts";
import { aRefusal } from "../support/keys.ts";

describe("the time to come back", () => {
  const evening = new Date("2026-11-21T21:30:00Z");

  test.each([
    ["pl", 30, "Spróbuj ponownie o 22:30: za 1 minutę."],
    ["pl", 61, "Spróbuj ponownie o 22:31: za 2 minuty."],
    ["pl", 1_500, "Spróbuj ponownie o 22:55: za 25 minut."],
    ["en", 1_500, "Try again at 22:55, in 25 minutes."],
  ] as const)("is said in %s, %i seconds ahead, as %j", (locale, seconds, words) => {
    expect(comeBack(locale, seconds, evening).replaceAll(/\b10:(\d\d) PM\b/g, "22:$1")).toBe(words);
  });

  test("that is hours away is a time of today or of tomorrow, as the clocks of the course show it", () => {
    const noon = new Date("2026-11-21T11:00:00Z");
    expect(comeBack("pl", 6 * 3_600, noon)).toBe("Spróbuj ponownie dziś o 18:00.");
    expect(comeBack("pl", 6 * 3_600, evening)).toBe("Spróbuj ponownie jutro o 04:30.");
    expect(comeBack("en", 6 * 3_600, noon)).toMatch(/^Try again today at (?:18:00|06:00 PM)\.$/);
  });
});

/** Uses a limit up. */
async function spend(name: LimitName, { id }: Student): Promise<void> {
  for (let at = 0; at < 100; at += 1) if (!(await countUse(name, id)).allowed) return;
  throw new Error(`${name} is not used up by a hundred.`);
}

describe("a command that meets a limit", () => {
  const withKey = async () => {
    const { student } = await aStudent();
    await cast().aSealedKey(student.id);
    return student;
  };
  const wish = { imageConsent: true };

  test.each<[LimitName, string, (student: Student) => Promise<unknown>, number]>([
    ["test by person", "too_many", (student) => testAccessLater(student, wish), 600],
    ["wait by person", "too_many", (student) => waitForProvider(student, "openai.credits"), 3_600],
    ["help by person", "too_many", (student) => askForHelp(student, { note: "x", stepId: null }), 3_600],
    ["report by person", "too_many", (student) => reportMessage(student, "x"), 3_600],
  ])("%s refuses as %s and says for how long", async (name, refusal, command, longest) => {
    const student = await withKey();
    await aRefusal(student, "openai.credits");
    await spend(name, student);
    const refused = await command(student);
    expect(refused).toEqual({ ok: false, refusal, retryAfterSeconds: expect.any(Number) });
    const { retryAfterSeconds } = refused as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThan(longest - 60);
    expect(retryAfterSeconds).toBeLessThanOrEqual(longest);
  });
});
