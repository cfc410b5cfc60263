import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aKey } from "../../support/keys.ts";

const ROOT = join(import.meta.dirname, "../../..");
const GUARD = `(await import("#server/log/guarded-output")).guardOutput([]);`;
const IN_USE = `const forget = (await import("#server/log/secrets-in-use")).hideFromOutput(process.env.SECRET);`;

/** What a process writes to both of its outputs. */
function written(code: string, secret: string, before: readonly string[] = [GUARD, IN_USE]): string {
  const program = [...before, `const key = process.env.SECRET;`, code].join("\n");
  const flags = ["--conditions=react-server", "--input-type=module", "--disable-warning=ExperimentalWarning"];
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, "-e", program], {
    cwd: ROOT,
    encoding: "utf8",
    env: { PATH: "", SECRET: secret } as unknown as NodeJS.ProcessEnv,
  });
  return `${stdout}\n${stderr}`;
}

/** Every piece of a secret that is long enough to tell something, in every way of writing it down. */
function traces(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const pieces = (text: string) =>
    Array.from({ length: text.length - 11 }, (_, start) => text.slice(start, start + 12));
  return [
    ...pieces(secret),
    ...pieces(encodeURIComponent(secret)),
    ...pieces(bytes.toString("base64").replace(/=+$/, "")),
    ...pieces(bytes.toString("hex")),
    ...pieces(bytes.join(",")),
  ];
}

const found = (text: string, secret: string): string[] => traces(secret).filter((trace) => text.includes(trace));

/** Each way by which something gets to the output of a process, from `text`. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  "console.log": (text) => `console.log("said", ${text});`,
  "console.error with an error": (text) => `console.error(new Error("of " + ${text}, { cause: { note: ${text} } }));`,
  "a table": (text) => `console.table([{ note: ${text} }]);`,
  "process.stderr": (text) => `process.stderr.write(${text} + "\\n");`,
  "a line that never ends": (text) => `process.stdout.write("unfinished " + ${text});`,
  "pieces of one letter": (text) => `for (const letter of ${text}) process.stdout.write(letter);`,
  "pieces with lines between them": (text) => `for (const piece of ${text}.match(/.{1,40}/gs)) console.log(piece);`,
  "bytes that are cut anywhere": (text) =>
    `const bytes = Buffer.from("zażółć " + ${text}); for (let at = 0; at < bytes.length; at += 7) process.stdout.write(bytes.subarray(at, at + 7));`,
  "a line of more than a hundred thousand letters": (text) =>
    `for (let part = 0; part < 150; part += 1) process.stdout.write("x y ".repeat(251) + ${text});`,
  "the descriptor": (text) => `const fs = (await import("node:fs")).default; fs.writeSync(2, ${text} + "\\n");`,
  "the descriptor, later": (text) =>
    `const fs = (await import("node:fs")).default; fs.write(1, Buffer.from(${text}), () => undefined);`,
  "pino of a package": (text) =>
    `const { pino } = await import("pino"); pino().info({ note: ${text} }, "of %s", ${text});`,
  "a warning": (text) => `process.emitWarning("of " + ${text}); await new Promise((done) => setTimeout(done, 20));`,
  "a promise that nobody looks at": (text) => `Promise.reject(new Error("of " + ${text}));`,
  "an exception that nobody catches": (text) => `setTimeout(() => { throw new Error("of " + ${text}); }, 5);`,
};

const FORMS: Readonly<Record<string, string>> = {
  "as it is": "key",
  "in an address": `("https://a.example/?q=" + encodeURIComponent(key))`,
  "in base64": `Buffer.from(key).toString("base64")`,
  "in base64 behind something else": `Buffer.from("u:" + key).toString("base64url")`,
  "in hex": `Buffer.from(key).toString("hex")`,
  "in JSON": `JSON.stringify({ key })`,
  "as its bytes": `JSON.stringify(Buffer.from(key))`,
};

// Of no known form, with what has to be escaped, so that only the registry can find it.
const strange = 'Qz7"mB4\\vK9/xT2+wL6 nR8ąpF3?hD5&gJ1=cS0';

describe.each(Object.entries(WAYS))("T11: what a process writes by %s", (_, way) => {
  test("has nothing of a secret in use, in any form", () => {
    const code = Object.values(FORMS).map((form) => `{ ${way(form)} }`);
    // An error that ends the process has to be tried once for each form.
    const runs = /Promise\.reject|throw new/.test(way("")) ? code : [code.join("\n")];
    for (const run of runs) expect(found(written(run, strange), strange)).toEqual([]);
  });

  // A line of letters says nothing of itself: in pieces with lines between them, only a secret in use is known.
  test.skipIf(way("key").includes(".match("))("has nothing of what merely looks like a key", () => {
    const key = aKey();
    expect(found(written(way("key"), key, [GUARD]), key)).toEqual([]);
  });

  test("would have it without the scrub", () => {
    expect(found(written(way("key"), strange, []), strange).length).toBeGreaterThan(0);
  });
});

describe("the guarded output", () => {
  test("passes everything else on, in its order, to its end", () => {
    const code = `process.stdout.write("za"); process.stdout.write("żółć\\n"); console.log("dwa"); process.stdout.write("koniec");`;
    expect(written(code, strange)).toBe("zażółć\ndwa\nkoniec\n");
  });

  test("has of an error that nobody catches its kind and where it arose, and none of its words", () => {
    const text = written(`throw new RangeError("Ania Kowalska");`, strange);
    expect(JSON.parse(text)).toMatchObject({ event: "process.failed", error: "RangeError", at: expect.any(String) });
    expect(text).not.toContain("Kowalska");
  });

  test("takes out of what is not its own log whatever may be somebody's", () => {
    const text = written(`console.error(new Error("no ania@example.com here"));`, strange);
    expect(text).toContain("no [email] here");
  });

  test("keeps a secret out while work with it is under way, and when that work fails", () => {
    const hiding = `const { hidingFromOutput } = await import("#server/log/secrets-in-use");
      const work = async () => { console.log("1 " + key); throw new Error("of " + key); };
      await hidingFromOutput(key, work).catch((error) => console.log("2 " + error.message));`;
    const text = written(hiding, strange, [GUARD]);
    expect(text).toMatch(/1 \[secret\]\n2 of \[secret\]/);
    expect(found(text, strange)).toEqual([]);
  });

  test("forgets a secret a moment after it was released", () => {
    const code = `forget(); console.log("1 " + key); setTimeout(() => console.log("2 " + key), 1_100);`;
    const text = written(code, "Zq8vLm3TnKx5Rw9Yb2Hc");
    expect(text).toContain("1 [secret]");
    expect(text).toContain("2 Zq8vLm3TnKx5Rw9Yb2Hc");
  });

  test("keeps a secret out for as long as one of two has it in use", () => {
    const twice = `const { hideFromOutput } = await import("#server/log/secrets-in-use"); const other = hideFromOutput(key);`;
    const code = `${twice} forget(); forget(); setTimeout(() => console.log("1 " + key), 1_100);`;
    expect(written(code, "Zq8vLm3TnKx5Rw9Yb2Hc")).toContain("1 [secret]");
  });
});
