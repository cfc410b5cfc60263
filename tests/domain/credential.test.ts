import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKey } from "#domain/credential/key-reading";

// No realistic key stands in this file: each is put together here, from parts.
const MARKER = "T3Blbk" + "FJ";
const fill = (length: number) => "Ab3_-x".repeat(length).slice(0, length);
const alnum = (length: number) => "aB3dE5".repeat(length).slice(0, length);
const hex = (length: number) => "0a1b2c3d".repeat(length).slice(0, length);
const aProjectKey = `sk-proj-${fill(74)}${MARKER}${fill(70)}TEST`;

const kindOf = (paste: string) => {
  const reading = readKey(paste);
  return reading.ok ? reading.kind : reading.refusal.code;
};
const refusalOf = (paste: string) => {
  const reading = readKey(paste);
  return reading.ok ? null : reading.refusal;
};

describe("keys of OpenAI", () => {
  test.each([
    ["project", `sk-proj-${fill(48)}`],
    ["project", `sk-proj-${fill(156)}`],
    ["service_account", `sk-svcacct-${fill(156)}`],
    ["user", `sk-None-${fill(48)}`],
    ["legacy", `sk-${alnum(20)}${MARKER}${alnum(20)}`],
    ["service_legacy", `sk-kurs-${fill(20)}${MARKER}${fill(20)}`],
  ])("a %s key is accepted", (kind, key) => {
    expect(readKey(key)).toEqual({ ok: true, key, kind, cleaned: [], confirm: false });
  });

  test("another sk- key is accepted once it has been confirmed", () => {
    expect(readKey(`sk-${alnum(48)}`)).toMatchObject({ ok: true, kind: "unknown", confirm: true });
  });

  test("a key may end in a dash, and no length is the only right one", () => {
    const lengths = [40, 74, 156, 159, 300];
    expect(lengths.map((length) => kindOf(`sk-proj-${fill(length - 1)}-`))).toEqual(lengths.map(() => "project"));
  });

  test("a key cut short and a key beyond all length are told apart", () => {
    expect(kindOf(`sk-proj-${fill(39)}`)).toBe("too_short");
    expect(kindOf("sk-")).toBe("too_short");
    expect(kindOf(`sk-proj-${fill(505)}`)).toBe("too_long");
    expect(kindOf("x".repeat(1_000_000))).toBe("too_long");
  });
});

describe("what is not such a key", () => {
  test.each([
    ["admin_key", `sk-admin-${fill(120)}`],
    ["organization_id", `org-${alnum(24)}`],
    ["organization_id", `proj_${alnum(24)}`],
    ["session_token", `sess-${alnum(40)}`],
    ["masked_copy", `sk-proj-${"*".repeat(40)}abcd`],
    ["masked_copy", "sk-...abcd"],
    ["masked_copy", "sk-…abcd"],
    ["two_keys", `${aProjectKey}\n${aProjectKey}`],
    ["two_keys", aProjectKey + aProjectKey],
    ["not_a_key", "Haslo1234!"],
    ["not_a_key", "https://platform.openai.com/api-keys"],
    ["empty", ""],
    ["empty", " \u200B\n"],
    ["empty", 'OPENAI_API_KEY=""'],
  ])("%s is refused by name", (code, paste) => {
    expect(kindOf(paste)).toBe(code);
  });

  test.each([
    ["anthropic", `sk-ant-api03-${fill(93)}AA`],
    ["google", `AIza${fill(35)}`],
    ["google", `AQ.${fill(47)}`],
    ["openrouter", `sk-or-v1-${hex(64)}`],
    ["groq", `gsk_${alnum(52)}`],
    ["xai", `xai-${alnum(80)}`],
    ["deepseek", `sk-${hex(32)}`],
    ["perplexity", `pplx-${alnum(48)}`],
    ["huggingface", `hf_${alnum(34)}`],
    ["replicate", `r8_${alnum(37)}`],
    ["nvidia", `nvapi-${fill(64)}`],
    ["azure", hex(32)],
    ["cohere", alnum(40)],
    ["langsmith", `lsv2_pt_${hex(32)}_${hex(10)}`],
    ["langfuse", `sk-lf-${hex(36)}`],
    ["elevenlabs", `sk_${hex(48)}`],
    ["stripe", `sk_live_${alnum(24)}`],
    ["github", `ghp_${alnum(36)}`],
    ["aws", `AKIA${"A2B3".repeat(4)}`],
    ["slack", `xoxb-${fill(20)}`],
    ["jwt", `eyJ${alnum(20)}.${alnum(900)}.${alnum(30)}`],
  ])("a key of %s is refused as that", (provider, paste) => {
    expect(refusalOf(paste)).toEqual({ code: "other_provider", provider });
  });

  test("an admin key of Anthropic is told apart from its ordinary key", () => {
    expect(refusalOf(`sk-ant-admin01-${fill(93)}`)).toEqual({ code: "provider_admin", provider: "anthropic" });
  });

  test.each([
    ["space", " "],
    ["space", "\u00A0"],
    ["line_break", "\r\n"],
    ["long_dash", "–"],
    ["long_dash", "—"],
    ["quote", '"'],
    ["quote", "”"],
    ["invisible", "\u0007"],
    ["non_ascii", "ą"],
    ["non_ascii", "🔑"],
  ])("%s inside a key is refused by its kind", (character, strange) => {
    const paste = aProjectKey.slice(0, 60) + strange + aProjectKey.slice(60);
    expect(refusalOf(paste)).toEqual({ code: "strange_character", character });
  });
});

describe("cleaning", () => {
  test.each([
    ["whitespace", `\n ${aProjectKey}\t`, ["whitespace"]],
    ["a zero-width space", `${aProjectKey.slice(0, 9)}\u200B${aProjectKey.slice(9)}`, ["invisible"]],
    ["Bearer", `Bearer ${aProjectKey}`, ["bearer"]],
    ["a header", `Authorization: Bearer ${aProjectKey}`, ["bearer"]],
    ["a name", `OPENAI_API_KEY = ${aProjectKey}`, ["name"]],
    ["an export with quotes", `export OPENAI_API_KEY="${aProjectKey}"\n`, ["whitespace", "name", "quotes"]],
    ["Polish quotes", `„${aProjectKey}”`, ["quotes"]],
    ["quotes around Bearer", `"Bearer ${aProjectKey}"`, ["quotes", "bearer"]],
  ])("%s comes off, and the reading says so", (_, paste, cleaned) => {
    expect(readKey(paste)).toMatchObject({ ok: true, key: aProjectKey, cleaned });
  });

  test("one quote alone is not taken for a pair", () => {
    expect(refusalOf(`"${aProjectKey}`)).toEqual({ code: "strange_character", character: "quote" });
  });
});

describe("whatever is pasted", () => {
  const body = fc.string({ unit: fc.constantFrom(..."abcXYZ0189_-"), minLength: 40, maxLength: 200 });
  const key = fc.tuple(fc.constantFrom("sk-proj-", "sk-svcacct-", "sk-None-"), body).map((parts) => parts.join(""));
  const near = fc.tuple(fc.constantFrom("", "sk-", "sk-proj-", "export A=", '"'), fc.string({ unit: "binary" }));
  const paste = fc.oneof(
    fc.string({ unit: "binary" }),
    near.map((parts) => parts.join("")),
    key,
  );

  test("reading never throws", () => {
    fc.assert(fc.property(paste, (text) => typeof readKey(text).ok === "boolean"));
  });

  test("a refusal never echoes it", () => {
    fc.assert(
      fc.property(
        body,
        fc.constantFrom("", "sk-admin-", "sk-ant-", "sk-proj-ą", "gsk_", "sk-...", "zażółć "),
        (secret, start) => {
          const reading = readKey(start + secret);
          expect(JSON.stringify(reading.ok ? null : reading.refusal)).not.toContain(secret.slice(0, 12));
        },
      ),
    );
  });

  test("an accepted key reads as itself, with nothing left to clean", () => {
    fc.assert(
      fc.property(paste, (text) => {
        const reading = readKey(text);
        if (reading.ok) expect(readKey(reading.key)).toEqual({ ...reading, cleaned: [] });
      }),
    );
  });

  test("wrapping an acceptable key changes nothing", () => {
    const wrap = fc.shuffledSubarray<(text: string) => string>([
      (text) => `"${text}"`,
      (text) => `Bearer ${text}`,
      (text) => `OPENAI_API_KEY=${text}`,
      (text) => ` \t${text}\u00A0\n`,
      (text) => `\uFEFF${text}\u200B`,
    ]);
    fc.assert(
      fc.property(key, wrap, (bare, wraps) => {
        const wrapped = wraps.reduce((text, put) => put(text), bare);
        expect(readKey(wrapped)).toMatchObject({ ok: true, key: bare });
      }),
    );
  });
});
