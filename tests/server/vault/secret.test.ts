import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { Secret } from "#server/vault/secret";

const KEY = "sk-test-canary-0123456789";
const secret = () => new Secret(Buffer.from(KEY));

describe("an opened key", () => {
  test.each([
    ["a template", (held: Secret) => `${held}`],
    ["a sum", (held: Secret) => `${"key: "}${String(held)}`],
    ["JSON", (held: Secret) => JSON.stringify({ held })],
    ["inspect", (held: Secret) => inspect({ held }, { depth: 5, showHidden: true })],
    ["an error", (held: Secret) => String(new Error("failed", { cause: held }).cause)],
  ])("prints as [secret] in %s", (_, print) => {
    expect(print(secret())).toContain("[secret]");
    expect(print(secret())).not.toContain(KEY.slice(3, 15));
  });

  test("is lent, and is gone once it is wiped", () => {
    const held = secret();
    expect(held.use((key) => key)).toBe(KEY);
    held.wipe();
    expect(held.use((key) => key)).toBe("\0".repeat(KEY.length));
  });
});
