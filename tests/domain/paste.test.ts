import { describe, expect, test } from "vitest";
import type { Module } from "#domain/course/course";
import type { Diagnosis } from "#domain/diagnosis/diagnosed";
import { stepOfCause } from "#domain/help/step-of-cause";
import { fitted, LONGEST_PASTE } from "#domain/paste/fitted";
import { hiddenBetween } from "#domain/paste/hidden";
import { strangerIn, verdictOf } from "#domain/paste/verdict";
import { LONGEST_LOOKED_THROUGH, withoutSecrets } from "#domain/paste/without-secrets";
import { redact } from "#domain/redaction/redact";
import { scaleFor, toDarkOnLight } from "../../components/paste/legible-picture.ts";
import { refusalOf } from "../../components/paste/picture-kind.ts";
import { aKey } from "../support/keys.ts";

describe("a pasted text without its secrets", () => {
  const line = "linia dziennika\n";
  const words = (length: number) => line.repeat(Math.ceil(length / line.length)).slice(0, length);

  test("is whole where it is not far too long", () => {
    const pasted = words(LONGEST_LOOKED_THROUGH - 300) + aKey();
    expect(withoutSecrets(pasted)).toBe(redact(pasted));
  });

  test("loses its middle where it is, and keeps what is read of it", () => {
    const pasted = `begin${words(5 * LONGEST_LOOKED_THROUGH)}end`;
    const text = withoutSecrets(pasted);
    expect(text.length).toBeLessThan(LONGEST_LOOKED_THROUGH);
    expect(fitted(text).text).toMatch(/^begin.*\n…\n.*end$/s);
  });

  test.each([
    ["a key", aKey(), 12],
    ["a password of plain words", "password=zielonykotpijemleko", 5],
  ])("has no half of %s at a cut, wherever the cut goes through it", (_, secret, piece) => {
    for (let at = 1; at < secret.length; at += 4) {
      for (const edge of [80_000 - at, 5 * LONGEST_LOOKED_THROUGH - 120_000 - at]) {
        const pasted = `${words(edge)}${secret} ${words(5 * LONGEST_LOOKED_THROUGH - edge - secret.length - 1)}`;
        const text = withoutSecrets(pasted);
        for (let from = 9; from + piece <= secret.length; from += 1)
          expect(text).not.toContain(secret.slice(from, from + piece));
      }
    }
  });
});

describe("a pasted text", () => {
  test("of the greatest length is read whole", () => {
    const text = "a".repeat(LONGEST_PASTE);
    expect(fitted(text)).toEqual({ text, wasCut: false });
  });

  test("that is longer is read at its beginning and its end", () => {
    const { text, wasCut } = fitted(`begin${"x".repeat(2 * LONGEST_PASTE)}end`);
    expect([wasCut, text.length]).toEqual([true, LONGEST_PASTE]);
    expect(text).toMatch(/^begin.*\n…\n.*end$/s);
  });

  test("is never cut through the middle of a character", () => {
    const { text } = fitted("🙂".repeat(LONGEST_PASTE));
    expect(text.isWellFormed()).toBe(true);
  });

  test("has line ends of one kind, and nothing that the database cannot keep", () => {
    expect(fitted("a\r\nb\rc\0d").text).toBe("a\nb\ncd");
  });

  test("says how many secrets, addresses and numbers were hidden in it", () => {
    const pasted = `Authorization: Bearer ${aKey()}\n[secret] od ala@example.com`;
    expect(hiddenBetween(pasted, redact(pasted))).toEqual({ secrets: 1, personal: 1 });
    expect(hiddenBetween(redact(pasted), redact(pasted))).toEqual({ secrets: 0, personal: 0 });
  });
});

describe("the verdict on a pasted text", () => {
  const diagnosed = (change: Partial<Diagnosis>): Diagnosis => ({
    cause: "org_unverified",
    confidence: "high",
    evidence: [],
    candidates: [],
    speaker: "openai",
    tool: null,
    ...change,
  });

  test("is its cause where the text says it", () => {
    expect(verdictOf(diagnosed({}))).toEqual({ kind: "cause", cause: "org_unverified", isSure: true, others: [] });
  });

  test("is a likely cause, and what else it may be, where the text says it half", () => {
    const others = ["key_invalid", "key_missing"] as const;
    expect(verdictOf(diagnosed({ confidence: "medium", candidates: ["org_unverified", ...others] }))).toEqual({
      kind: "cause",
      cause: "org_unverified",
      isSure: false,
      others,
    });
  });

  test("is no cause where the text does not contain it, but four candidates at most", () => {
    const candidates = ["key_invalid", "key_missing", "key_malformed", "org_mismatch", "timeout"] as const;
    expect(verdictOf(diagnosed({ cause: "auth_unspecified_401", confidence: "low", candidates }))).toEqual({
      kind: "unsaid",
      cause: "auth_unspecified_401",
      candidates: candidates.slice(0, 4),
    });
    expect(verdictOf(diagnosed({ cause: "timeout", confidence: "low", candidates: ["network_error"] }))).toMatchObject({
      kind: "unsaid",
      candidates: ["timeout", "network_error"],
    });
  });

  test.each(["none_of_these", "unknown"] as const)("is unknown for %s", (cause) => {
    expect(verdictOf(diagnosed({ cause, confidence: "high" }))).toEqual({ kind: "unknown" });
  });

  test("names the speaker only where that is not OpenAI", () => {
    expect(strangerIn(diagnosed({}))).toBeNull();
    expect(strangerIn(diagnosed({ speaker: null }))).toBeNull();
    expect(strangerIn(diagnosed({ speaker: "google" }))).toBe("google");
  });
});

describe("the step that a cause is about", () => {
  const step = (id: string, anchor: string) => ({ id, anchor }) as Module["lessons"][number]["steps"][number];
  const lesson = (slug: string, ...steps: ReturnType<typeof step>[]) =>
    ({ slug, steps }) as unknown as Module["lessons"][number];
  const module = {
    lessons: [
      lesson("srodki", step("kup", "kup"), step("sprawdz", "sprawdz")),
      lesson("test", step("test", "uruchom")),
    ],
  } as unknown as Module;

  test("is the one whose heading the page of the cause names", () => {
    expect(stepOfCause(module, { lesson: "srodki", anchor: "sprawdz" })?.id).toBe("sprawdz");
  });

  test("is the only one of its lesson, whatever the heading", () => {
    expect(stepOfCause(module, { lesson: "test", anchor: "inny" })?.id).toBe("test");
  });

  test("is not guessed among several, nor where there is no lesson", () => {
    expect(stepOfCause(module, { lesson: "srodki", anchor: null })).toBeNull();
    expect(stepOfCause(module, { lesson: null, anchor: null })).toBeNull();
  });
});

describe("a picture", () => {
  const file = { type: "image/png", name: "zrzut.png", size: 1_000 };

  test.each(["image/png", "image/jpeg", "image/webp", "image/gif"])("in %s is read", (type) => {
    expect(refusalOf({ ...file, type })).toBeNull();
  });

  test.each([
    [{ ...file, type: "image/heic", name: "IMG_1.HEIC" }, "kind"],
    [{ ...file, type: "", name: "IMG_1.heic" }, "kind"],
    [{ ...file, type: "image/svg+xml", name: "a.svg" }, "kind"],
    [{ ...file, type: "application/pdf", name: "a.pdf" }, "not_a_picture"],
    [{ ...file, size: 21 * 1024 * 1024 }, "too_large"],
  ])("%o is refused for its own reason", (wrong, refusal) => {
    expect(refusalOf(wrong)).toBe(refusal);
  });

  test("that is small is enlarged twice at most, and a huge one is made smaller", () => {
    expect(scaleFor({ width: 400, height: 100 })).toBe(2);
    expect(scaleFor({ width: 2_400, height: 1_000 })).toBe(1);
    expect(scaleFor({ width: 8_000, height: 4_000 })).toBe(0.5);
  });

  test("with light words on a dark ground is turned over, and others are not", () => {
    const dark = new Uint8ClampedArray([10, 10, 10, 255, 10, 10, 10, 255, 250, 250, 250, 255]);
    toDarkOnLight(dark);
    expect([...dark]).toEqual([245, 245, 245, 255, 245, 245, 245, 255, 5, 5, 5, 255]);
    const light = new Uint8ClampedArray([250, 250, 250, 128, 250, 250, 250, 255, 200, 0, 0, 255]);
    toDarkOnLight(light);
    expect([...light]).toEqual([250, 250, 250, 255, 250, 250, 250, 255, 60, 60, 60, 255]);
  });
});
