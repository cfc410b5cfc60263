import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scrubbed } from "#server/log/scrub";
import { aKey } from "../../support/keys.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** What a process that logs writes to its output, level `trace`. */
function written(code: string, variables: Record<string, string> = {}): string {
  const program = `import { log } from "#server/log/log";\n${code}`;
  const args = [
    "--conditions=react-server",
    "--input-type=module",
    "--disable-warning=ExperimentalWarning",
    "-e",
    program,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: "utf8",
    env: {
      PATH: "",
      APP_MODE: "test",
      APP_ORIGIN: "http://127.0.0.1:3000",
      DATABASE_URL: "postgresql://127.0.0.1/none",
      LOG_LEVEL: "trace",
      ...variables,
    } as unknown as NodeJS.ProcessEnv,
  });
  expect(stderr).toBe("");
  return stdout;
}

describe("the log", () => {
  test("has an event with its facts, as one line of JSON", () => {
    const line = written(`log.event("check.finished", { testId: "t-1", check: "openai.key", ms: 12 });`);
    expect(JSON.parse(line)).toMatchObject({ event: "check.finished", testId: "t-1", check: "openai.key", ms: 12 });
  });

  test("has of a fault its kind, its code and where it arose, and never its words or its cause", () => {
    const code = `log.fault("job.failed", Object.assign(new RangeError("zażółć ania@example.com", { cause: "przyczyna" }), { code: "E42" }), { jobId: "j-1" });`;
    const text = written(code);
    expect(JSON.parse(text)).toMatchObject({
      level: 50,
      event: "job.failed",
      error: "RangeError",
      code: "E42",
      jobId: "j-1",
      at: expect.stringContaining("at "),
    });
    for (const word of ["zażółć", "ania@", "przyczyna"]) expect(text).not.toContain(word);
  });

  test("has no words of a message of many lines, nor of what was thrown and is no error", () => {
    const text = written(
      `log.fault("job.failed", new Error("first\\nsecond ania@example.com\\nthird"));log.fault("job.failed", "thrown text");`,
    );
    for (const word of ["first", "second", "third", "thrown text"]) expect(text).not.toContain(word);
  });

  test("takes out whatever looks like a key, even where a fact should never have held one", () => {
    const key = aKey();
    const text = written(`log.event("test.finished", { testId: process.env.LEAK });`, { LEAK: `x ${key} y` });
    expect(text).toContain("x [secret] y");
    expect(text).not.toContain(key.slice(8, 24));
  });

  test("is silent when it is told to be", () => {
    expect(written(`log.event("worker.started", {});`, { LOG_LEVEL: "silent" })).toBe("");
  });
});

describe("a text that is scrubbed", () => {
  test.each([
    ["a project key", ["sk", "proj", "a1B2".repeat(20)].join("-")],
    ["a service account's key", ["sk", "svcacct", "a1B2".repeat(20)].join("-")],
    ["an older key", `sk-${"a1B2".repeat(12)}`],
    ["Anthropic's", ["sk", "ant", "api03", "a1B2".repeat(10)].join("-")],
    ["Google's", `AIza${"a1B2c".repeat(7)}`],
    ["Groq's", `gsk_${"a1B2".repeat(13)}`],
    ["GitHub's", `ghp_${"a1B2".repeat(9)}`],
    ["Hugging Face's", `hf_${"a1B2".repeat(8)}`],
  ])("has %s taken out, in a sentence and in JSON", (_, key) => {
    expect(scrubbed(`mam ${key}, i co`)).toBe("mam [secret], i co");
    expect(scrubbed(JSON.stringify({ note: key, list: [key] }))).toBe('{"note":"[secret]","list":["[secret]"]}');
    expect(scrubbed(`klucz=${key}\n"${key}"`)).toBe('klucz=[secret]\n"[secret]"');
  });

  test.each([
    "sk-krótki",
    "To jest task-based i risk-averse zdanie",
    "req_0123456789abcdef0123456789abcdef",
    "weryfikacja organizacji",
  ])("keeps %j as it is", (text) => {
    expect(scrubbed(text)).toBe(text);
  });
});
