import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKey } from "#domain/credential/key-reading";
import { keyWithin } from "#domain/credential/within";

// Put together here, so that nothing in the repository looks like a key.
const KEY = ["sk", "proj", "a1B2c3D4e5F6g7H8i9J0".repeat(3)].join("-");
const OTHER = ["sk", "proj", "z9Y8x7W6v5U4t3S2r1Q0".repeat(3)].join("-");
const GOOGLE = `AI${"za"}${"a1B2c3D4e5F6g7H8i9J0".repeat(2)}`;

const CODE: Readonly<Record<string, string>> = {
  "a curl command": `curl https://api.openai.com/v1/models -H "Authorization: Bearer ${KEY}"`,
  "a curl command over two lines": `curl https://api.openai.com/v1/models \\\n  -H 'Authorization: Bearer ${KEY}'`,
  "credentials of n8n": `{"name":"OpenAi account","type":"openAiApi","data":{"apiKey":"${KEY}","url":""}}`,
  "a file of settings": `APP=kurs\nOPENAI_API_KEY=${KEY}\nDEBUG=1`,
  "a line of Python": `client = OpenAI(api_key="${KEY}")  # kurs`,
  "a line of JavaScript": `const openai = new OpenAI({ apiKey: "${KEY}" });`,
  YAML: `openai:\n  api_key: ${KEY}\n  model: gpt`,
};

describe("a piece of code", () => {
  test.each(Object.entries(CODE))("%s gives the one key that is in it, and is told apart from a key", (_, code) => {
    expect(keyWithin(code, "openai")).toBe(KEY);
    expect(readKey(code)).toEqual({ ok: false, refusal: { code: "key_inside" } });
  });

  test("with two keys, with none, with somebody else's, or with one that nobody knows, gives none", () => {
    expect(keyWithin(`{"a":"${KEY}","b":"${OTHER}"}`, "openai")).toBeNull();
    expect(readKey(`{"a":"${KEY}","b":"${OTHER}"}`)).toEqual({ ok: false, refusal: { code: "two_keys" } });
    expect(keyWithin('{"apiKey":""}', "openai")).toBeNull();
    expect(keyWithin(`{"apiKey":"${["sk", "ant", "api03", "x".repeat(60)].join("-")}"}`, "openai")).toBeNull();
    expect(keyWithin(`{"apiKey":"${["sk", "x".repeat(60)].join("-")}"}`, "openai")).toBeNull();
    expect(keyWithin(`{"apiKey":"${KEY}"}`, "google")).toBeNull();
    expect(keyWithin(`{"apiKey":"${GOOGLE}"}`, "google")).toBe(GOOGLE);
  });

  test("with the same key twice gives it once", () => {
    expect(keyWithin(`{"apiKey":"${KEY}","copy":"${KEY}"}`, "openai")).toBe(KEY);
  });
});

test("a key with a space in it is no code: half of it is never offered as the whole", () => {
  const broken = `${KEY.slice(0, 60)} ${KEY.slice(60)}`;
  expect(keyWithin(broken, "openai")).toBeNull();
  expect(readKey(broken)).toEqual({ ok: false, refusal: { code: "strange_character", character: "space" } });
});

test.each(["а", "е", "о", "р", "с", "х", "Α", "ο", "Ａ", "１"])(
  "%s only looks like a letter, and is told so and never replaced",
  (letter) => {
    const paste = `${KEY.slice(0, 30)}${letter}${KEY.slice(31)}`;
    expect(readKey(paste)).toEqual({ ok: false, refusal: { code: "strange_character", character: "look_alike" } });
  },
);

test("no text makes the search throw or takes it long, and what it gives stands in the text", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 4_096 }), (text) => {
      const key = keyWithin(text, "openai");
      expect(key === null || text.includes(key)).toBe(true);
    }),
  );
  const began = performance.now();
  for (const text of ["sk-".repeat(1_365), `curl ${"sk-".padEnd(4_000, "a")}`, "api_key ".repeat(500)])
    keyWithin(text, "openai");
  expect(performance.now() - began).toBeLessThan(200);
});
