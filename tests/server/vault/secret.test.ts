import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { withoutSecretsInUse } from "#server/log/secrets-in-use";
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

  test("is kept out of the output, whole or in part, until a moment after it was wiped", async () => {
    const key = ["Kq7", randomUUID(), "Zx"].join("-");
    const hidden = () => withoutSecretsInUse(`a ${key} b ${key.slice(5, 25)} c`);
    expect(hidden()).toContain(key);
    const held = new Secret(Buffer.from(key));
    expect(hidden()).toBe("a [secret] b [secret] c");
    held.wipe();
    await vi.waitFor(() => expect(hidden()).toContain(key), 3_000);
  });

  test("is lent, and is gone once it is wiped", () => {
    const held = secret();
    expect(held.use((key) => key)).toBe(KEY);
    held.wipe();
    expect(held.use((key) => key)).toBe("\0".repeat(KEY.length));
  });
});
