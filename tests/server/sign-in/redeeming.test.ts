import { describe, expect, test } from "vitest";
import { addressWaitingIn } from "#server/sign-in/queries";
import { consumeCode, consumeLink } from "#server/sign-in/redemption";
import { aStudent } from "../../support/cast.ts";
import { ask, deliver, letterFor, requestsOf } from "../../support/letters.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { ownerDatabase } from "../../support/roles.ts";

const mailbox = aMailbox();

describe("a link", () => {
  test("gives its address once", async () => {
    const { email } = await aStudent();
    const { link, browserToken } = await letterFor(email, mailbox);
    expect(await consumeLink(link, browserToken)).toEqual({ ok: true, value: email });
    expect(await consumeLink(link, browserToken)).toEqual({ ok: false, refusal: "expired" });
  });

  test("T15: posted twenty times at once gives it exactly once", async () => {
    const { email } = await aStudent();
    const { link, browserToken } = await letterFor(email, mailbox);
    const answers = await Promise.all(Array.from({ length: 20 }, () => consumeLink(link, browserToken)));
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: email }]);
  });

  test("is worth nothing in another browser, and is still there for its own", async () => {
    const { email } = await aStudent();
    const { link, browserToken } = await letterFor(email, mailbox);
    const other = await ask((await aStudent()).email);
    expect(await consumeLink(link, other)).toEqual({ ok: false, refusal: "expired" });
    expect(await consumeLink(link, browserToken)).toMatchObject({ ok: true });
  });

  test("is not used up by looking: the page that shows the address only reads", async () => {
    const { email } = await aStudent();
    const { link, browserToken } = await letterFor(email, mailbox);
    for (let look = 0; look < 5; look++) expect(await addressWaitingIn(browserToken)).toBe(email);
    expect(await addressWaitingIn("another")).toBeNull();
    expect(await consumeLink(link, browserToken)).toMatchObject({ ok: true });
  });

  test("ends after ten minutes", async () => {
    const { email } = await aStudent();
    const { link, browserToken, code } = await letterFor(email, mailbox);
    const [request] = await requestsOf(email);
    expect((request?.expiresAt.getTime() ?? 0) - (request?.createdAt.getTime() ?? 0)).toBeLessThanOrEqual(600_000);
    await ownerDatabase().signInRequest.updateMany({ where: { email }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await consumeLink(link, browserToken)).toEqual({ ok: false, refusal: "expired" });
    expect(await consumeCode(code, browserToken)).toEqual({ ok: false, refusal: "expired" });
    expect(await addressWaitingIn(browserToken)).toBeNull();
    await deliver(email);
    expect(mailbox.letters.filter((letter) => letter.includes(`To: ${email}`))).toHaveLength(1);
  });
});

describe("a code", () => {
  test.each([
    ["as it is printed", (code: string) => code],
    ["without its space", (code: string) => code.replace(" ", "")],
    ["with spaces around", (code: string) => `  ${code} `],
  ])("typed %s gives the address once", async (_, typed) => {
    const { email } = await aStudent();
    const { code, browserToken } = await letterFor(email, mailbox);
    expect(await consumeCode(typed(code), browserToken)).toEqual({ ok: true, value: email });
    expect(await consumeCode(typed(code), browserToken)).toEqual({ ok: false, refusal: "expired" });
  });

  test("guessed wrong five times is void, the right one too; four times it is not", async () => {
    for (const [wrong, last] of [
      [4, true],
      [5, false],
    ] as const) {
      const { email } = await aStudent();
      const { code, browserToken } = await letterFor(email, mailbox);
      const guess = code.startsWith("0") ? "1111 1111" : "0000 0000";
      for (let time = 0; time < wrong; time++)
        expect(await consumeCode(guess, browserToken)).toEqual({ ok: false, refusal: "wrong_code" });
      expect((await consumeCode(code, browserToken)).ok).toBe(last);
    }
  });

  test("guessed by twenty posts at once counts five of them", async () => {
    const { email } = await aStudent();
    const { browserToken } = await letterFor(email, mailbox);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => consumeCode(String(at).padStart(8, "0"), browserToken)),
    );
    expect(answers.filter((answer) => !answer.ok && answer.refusal === "wrong_code")).toHaveLength(5);
    expect(await requestsOf(email)).toMatchObject([{ wrongCodes: 5 }]);
  });

  test("of one browser is worth nothing in another", async () => {
    const { email } = await aStudent();
    const { code } = await letterFor(email, mailbox);
    const other = await letterFor((await aStudent()).email, mailbox);
    expect((await consumeCode(code, other.browserToken)).ok).toBe(false);
  });

  test("is refused in the same words for an address that is on no roster", async () => {
    const browserToken = await ask("nobody-at-all@example.com");
    await deliver("nobody-at-all@example.com");
    for (let time = 0; time < 5; time++)
      expect(await consumeCode("0000 0000", browserToken)).toEqual({ ok: false, refusal: "wrong_code" });
    expect(await consumeCode("", browserToken)).toEqual({ ok: false, refusal: "expired" });
  });
});
