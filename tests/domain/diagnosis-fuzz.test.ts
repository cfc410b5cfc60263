import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCauseId, isUnspecified } from "#domain/cause/cause";
import { diagnoseText } from "#domain/diagnosis/diagnose-text";

const MESSAGES = readFileSync(join(import.meta.dirname, "../data/messages.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { text: string }).text);

const LONG = 64_000;
/** As a ratio to real messages of that length, looked at on the same machine at the same time. What grows with the square of the length is a hundred times as slow. */
const SLOWEST = 8;

/** The processor's time and the best of some tries: what the rules need, and not what else the machine had to do. */
function millisecondsFor(text: string): number {
  const tries = Array.from({ length: 5 }, () => {
    const start = process.threadCpuUsage();
    diagnoseText(text);
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}

const filledWith = (piece: string) => piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG);

/** How many times as long as real messages of the same length a text takes. */
const slownessOf = (text: string): number => millisecondsFor(text) / millisecondsFor(filledWith(MESSAGES.join("\n")));

const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.array(fc.oneof(fc.constantFrom(...MESSAGES), fc.string()), { maxLength: 6 }).map((parts) => parts.join("\n")),
  fc.tuple(fc.constantFrom(...MESSAGES), fc.nat(), fc.nat()).map(([text, from, to]) => {
    const start = from % (text.length + 1);
    return text.slice(start, start + (to % (text.length + 1)));
  }),
);

describe("whatever is pasted", () => {
  test("gets a diagnosis that keeps its promises", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { cause, confidence, evidence, candidates } = diagnoseText(text);
        expect(isCauseId(cause)).toBe(true);
        if (isUnspecified(cause)) expect([confidence, candidates.length > 1]).toEqual(["low", true]);
        if (confidence === "high") expect(candidates).toEqual([]);
        for (const { words } of evidence) expect(words.length).toBeLessThanOrEqual(160);
      }),
      { numRuns: 1500 },
    );
  });

  test("takes no longer, however long it is", () => {
    for (const text of [MESSAGES.join("\n"), filledWith(`${MESSAGES[0]}\n`), filledWith("INFO 12:00 ok\n")])
      expect(slownessOf(text)).toBeLessThan(SLOWEST);
    expect(slownessOf("x y ".repeat(1_000_000))).toBeLessThan(3 * SLOWEST);
  });

  const PIECES = [
    "\\",
    "\\u00",
    "<a ",
    "&amp;",
    "API key provided: ",
    "sk-",
    "****",
    "rate limit ",
    "model ",
    "project ",
    "m",
    "i",
    "0",
    "_",
    "a_",
    "\n",
    "\n2026-01-02 10:00",
    "[429] ",
    "http://a/",
    '"message": "',
    "bearer ",
    "limit: 0 ",
    "can't encode character ",
    "free tier ",
    "overloaded",
    "Łł",
    "“",
  ];
  test.each(PIECES)("takes no longer where it is %j over and over", (piece) => {
    expect(slownessOf(filledWith(piece))).toBeLessThan(SLOWEST);
  });

  test("takes no longer where such pieces are mixed", () => {
    const mixed = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ minLength: 1 })), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(mixed, (parts) => {
        expect(slownessOf(filledWith(parts.join("")))).toBeLessThan(SLOWEST);
      }),
      { numRuns: 25 },
    );
  });
});
