import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** As `npm run diagnose` does, without what it puts in place first. */
function diagnose(input: string, ...args: string[]) {
  const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...flags, join(ROOT, "scripts/diagnose.ts"), ...args],
    { cwd: ROOT, encoding: "utf8", input },
  );
  return { lines: stdout.trimEnd().split("\n"), stderr, status };
}

describe("npm run diagnose", () => {
  test("says in plain words what one text means", () => {
    const { lines, stderr, status } = diagnose("The service is receiving too many requests from you");
    expect([status, stderr]).toEqual([0, ""]);
    expect(lines[0]).toBe("cause:      rate_limited_or_quota_unspecified_429");
    expect(lines.at(-1)).toMatch(/^may be: {5}quota_insufficient, rate_limited/);
  });

  test("labels lines, by the causes that a collection knows", () => {
    const input = [
      { id: "a", text: "organization_spend_limit_exceeded", cause: "ignored" },
      {
        id: "b",
        text: "The model `x` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations",
      },
      { id: "c", text: "RESOURCE_EXHAUSTED" },
    ];
    const { lines, status } = diagnose(input.map((line) => JSON.stringify(line)).join("\r\n"), "--jsonl");
    expect(status).toBe(0);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { id: "a", cause: "quota_insufficient", confidence: expect.any(String), candidates: [] },
      { id: "b", cause: "model_not_found", confidence: "high", candidates: [] },
      { id: "c", cause: "none_of_these", confidence: expect.any(String), candidates: [] },
    ]);
  });

  test("names a bad line, answers the others and fails", () => {
    const { lines, stderr, status } = diagnose('nope\n{"id":"a","text":"x"}\n{"id":1}\n', "--jsonl");
    expect(lines).toHaveLength(1);
    expect(stderr).toMatch(/^Line 1 is left out.*\nLine 3 is left out/);
    expect(status).toBe(1);
  });

  test("prints how many of a file it has right", () => {
    const { lines, status } = diagnose("", "--score", join(import.meta.dirname, "../data/messages.jsonl"));
    expect(status).toBe(0);
    expect(lines.slice(-3)).toEqual([
      expect.stringMatching(/^right in all: 2\d\d of 231/),
      "wrong with high confidence: 0",
      "negatives called a cause: 0",
    ]);
  });

  test.each([
    ["no text", [], 1, /no text on standard input/],
    ["an unknown option", ["--what"], 2, /^npm run --silent diagnose/],
    ["a file that is not there", ["--score", "/nowhere/x"], 1, /cannot be read/],
  ] as const)("says what is wrong with %s", (_, args, wanted, words) => {
    const { lines, stderr, status } = diagnose("", ...args);
    expect([lines, status]).toEqual([[""], wanted]);
    expect(stderr).toMatch(words);
  });
});
