import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diagnoseText } from "#domain/diagnosis/diagnose-text";
import { redact } from "#domain/redaction/redact";
import { KEYS, keyOf } from "../../scripts/simulator/keys.ts";

/** Shaped like a project key and nobody's; as random as a key is, and not a row of one letter. */
const aKey = fc
  .noBias(fc.uint8Array({ minLength: 90, maxLength: 90 }))
  .map((bytes) => ["sk", "proj", Buffer.from(bytes).toString("base64url")].join("-"));
const KEY = keyOf("good", "a1B2-c3D4_e5");
const random = (prefix: string, length: number) => prefix + "aB3xY7kQ9mZ2wR5t".repeat(8).slice(0, length);

/** No stretch of a key that would help anyone to guess the rest. */
function traceOf(key: string, text: string): string | null {
  for (let start = 8; start + 12 <= key.length; start += 1)
    if (text.includes(key.slice(start, start + 12))) return key.slice(start, start + 12);
  return null;
}

const wrappedAt = (text: string, width: number, seam: string) =>
  (text.match(new RegExp(`.{1,${width}}`, "gs")) ?? []).join(seam);

describe("a key", () => {
  const surrounded = (before: string, after: string) =>
    fc.tuple(fc.string(), fc.constant(before), aKey, fc.constant(after), fc.string());

  test.each([
    ["in a sentence", "mam klucz ", ", i co"],
    ["in JSON", '{"apiKey":"', '"}'],
    ["in JSON within JSON", '"{\\"key\\":\\"', '\\"}"'],
    ["in curl", "curl -H 'Authorization: Bearer ", "' https://api.openai.com/v1/models"],
    ["in an address", "https://example.com/?key=", "&x=1"],
    ["in an assignment", "OPENAI_API_KEY=", "\n"],
    ["right after a letter", "klucz", ""],
    ["in quotes that a program has curved", "„", "”"],
  ])("is taken out %s, whatever stands around it", (_, before, after) => {
    fc.assert(
      fc.property(surrounded(before, after), (parts) => {
        expect(traceOf(parts[2], redact(parts.join("")))).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test("is taken out where its lines were wrapped", () => {
    const seams = ["\n", "\r\n", "\n    ", "\n> ", "\n| ", "\\n", '" +\n "', "\u200b"];
    fc.assert(
      fc.property(aKey, fc.integer({ min: 20, max: 100 }), fc.constantFrom(...seams), (key, width, seam) => {
        const text = redact(`Bearer ${wrappedAt(key, width, seam)}`);
        expect(traceOf(key, text)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test("is taken out for every situation of the simulator", () => {
    for (const key of Object.values(KEYS)) expect(redact(`a ${key} b`)).toBe("a [secret] b");
  });

  test("does not take the words of the next line with it", () => {
    expect(redact(`Bearer ${KEY}\nIncorrect API key provided`)).toBe("Bearer [secret]\nIncorrect API key provided");
    expect(redact(`${KEY}\n401 Unauthorized`)).toBe("[secret]\n401 Unauthorized");
    expect(redact(`${KEY}\n${KEY}`)).toBe("[secret]\n[secret]");
  });
});

describe("what is somebody's", () => {
  test.each([
    ["Anthropic's key", random(["sk", "ant", "api03-"].join("-"), 90)],
    ["OpenRouter's key", random(["sk", "or", "v1-"].join("-"), 64)],
    ["Google's key", random("AIza", 35)],
    ["Google's newer key", random("AQ.", 40)],
    ["Groq's key", random("gsk_", 52)],
    ["a Slack token", random("xoxb-", 40)],
    ["a token in three parts", `${random("eyJ", 30)}.${random("eyJ", 60)}.${random("", 40)}`],
    ["a session", random("sess-", 40)],
    ["a hexadecimal key", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"],
    ["a long random word", random("", 64)],
  ])("%s is taken out", (_, secret) => {
    expect(redact(`x ${secret} y`)).toBe("x [secret] y");
  });

  test.each([
    ["Authorization: Bearer aB3xY7kQ9mZ2", "Authorization: Bearer [secret]"],
    ["Authorization: Basic dXNlcjpwYXNzd29yZA==", "Authorization: Basic [secret]"],
    ["postgresql://ania:tajne@db.example.com/kurs", "postgresql://[secret]@db.example.com/kurs"],
    ['"password": "tajne-haslo-1"', '"password": "[secret]"'],
    ["hasło: kotek12", "hasło: [secret]"],
    ["Cookie: session=abc; theme=dark", "Cookie: [secret]"],
    ["pisz na ania.kowalska@example.com proszę", "pisz na [email] proszę"],
    ["tel. +48 600 700 800 wieczorem", "tel. [phone] wieczorem"],
    ["karta 4111 1111 1111 1111 odrzucona", "karta [card] odrzucona"],
    ["org-AbCdEfGhIjKlMnOpQrStUvWx", "org-AbCd…"],
    ["-----BEGIN PRIVATE KEY-----\nMIIE\nabc\n-----END PRIVATE KEY-----", "[secret]"],
  ])("%s", (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  test.each([
    "You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY)",
    "Missing bearer or basic authentication in header",
    "Limit 30000, Used 29937, Requested 385. Please try again in 644ms.",
    "2025-11-12 10:22:33,456 ERROR req_0123456789abcdef0123456789abcdef",
    "Contact support@openai.com if you continue to have issues.",
    "To jest task-based i risk-averse zdanie",
    "node_modules/openai@5.2.0/error.ts:96:14",
  ])("%s stays as it is", (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe("what OpenAI repeats of a key that it refused", () => {
  const echo = (key: string) => `Incorrect API key provided: ${key}. You can find your API key at https://x.`;
  test.each([
    ["sk-proj-****************abcd", "sk-proj-****"],
    ["sk-PMafP***************E873", "sk-****"],
    ["sk-or-v1***************94f6", "sk-or-****"],
    ["AIzaSyAb***************9xY0", "AIza****"],
    ["0f1e2d3c***************12ab", "[hex]****"],
    ["MojeHas*****123", "[words]"],
    ["*****abcd", "****"],
  ])("%s says no more than whose it was: %s", (key, rest) => {
    expect(redact(echo(key))).toBe(echo(rest));
  });
});

/** More than a thousand messages are read twice, also on a machine that has other things to do. */
const PATIENCE_MS = 60_000;

describe("redaction", () => {
  const CORPUS = ["messages.jsonl", "own-messages.jsonl"].flatMap((file) =>
    readFileSync(join(import.meta.dirname, "../data", file), "utf8")
      .trim()
      .split("\n"),
  );

  test(
    "leaves the diagnosis of every message as it was",
    () => {
      for (const line of CORPUS) {
        const { text } = JSON.parse(line) as { text: string };
        const { cause, confidence, speaker } = diagnoseText(text);
        expect(diagnoseText(redact(text)), text).toMatchObject({ cause, confidence, speaker });
      }
    },
    PATIENCE_MS,
  );

  const pieces = fc.oneof(
    fc.string(),
    aKey,
    fc.constantFrom(
      "Bearer ",
      "password: ",
      "Cookie: ",
      "API key provided: ",
      "****",
      "@example.com",
      "\n",
      "[secret]",
      "sk-",
      "://a:b@",
      "4111 1111 1111 1111",
      "eyJ",
      "org-",
      "…",
      "\\n",
      '"',
    ),
  );
  const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(""));

  test("done twice changes nothing more", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = redact(text);
        expect(redact(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
