import { createHmac, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { formTokenOf, isTokenOf } from "#server/door/form-token";
import { webEnvironment } from "#server/environment";
import { hashOf } from "#server/sign-in/token";

describe("the token of a form", () => {
  const session = randomUUID();

  test("is the same each time for one session, and another for each", () => {
    expect(formTokenOf(session)).toBe(formTokenOf(session));
    expect(formTokenOf(session)).not.toBe(formTokenOf(randomUUID()));
  });

  test("is taken from its own session alone, whole", () => {
    const token = formTokenOf(session);
    expect(isTokenOf(session, token)).toBe(true);
    for (const [owner, shown] of [
      [randomUUID(), token],
      [undefined, token],
      [undefined, ""],
      [session, ""],
      [session, token.slice(1)],
      [session, `${token}=`],
    ] as const)
      expect(isTokenOf(owner, shown)).toBe(false);
  });

  test("says nothing of the session, and is not what AUTH_SECRET itself would sign", () => {
    const signed = createHmac("sha256", webEnvironment().AUTH_SECRET).update(hashOf(session)).digest("base64url");
    expect([session, hashOf(session).toString("base64url"), signed]).not.toContain(formTokenOf(session));
  });
});
