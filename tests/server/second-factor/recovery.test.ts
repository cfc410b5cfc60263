import { describe, expect, test } from "vitest";
import { forgetApp, renewRecoveryCodes, showRecoveryCode } from "#server/second-factor/commands";
import { factorOf } from "#server/second-factor/queries";
import { anInstructor } from "../../support/cast.ts";
import { anInstructorWithApp, aSession, asOwner, NOW, sessionRow } from "../../support/factor.ts";
import { ownerDatabase } from "../../support/roles.ts";

describe("a recovery code", () => {
  test("lets a session on, once", async () => {
    const { instructor, half, codes } = await anInstructorWithApp(NOW);
    const [code = ""] = codes;
    const shown = await showRecoveryCode(half, code, await aSession(instructor), NOW);
    expect(shown.ok && (await sessionRow(shown.value.token))?.secondFactorAt).toEqual(NOW);
    expect(await showRecoveryCode(half, code, await aSession(instructor), NOW)).toMatchObject({
      refusal: "wrong_code",
    });
    expect((await factorOf(instructor))?.codesLeft).toBe(9);
  });

  test("is read as people copy it from paper", async () => {
    const { instructor, half, codes } = await anInstructorWithApp(NOW);
    const [one = "", two = ""] = codes;
    const typed = [
      one.toUpperCase().replace("-", " ").replaceAll("0", "O").replaceAll("1", "l"),
      ` ${two.replace("-", "")}`,
    ];
    for (const text of typed)
      expect(await showRecoveryCode(half, text, await aSession(instructor), NOW)).toMatchObject({ ok: true });
  });

  test("at nine places at once lets one of them on", async () => {
    const { instructor, half, codes } = await anInstructorWithApp(NOW);
    const tokens = await Promise.all(Array.from({ length: 9 }, () => aSession(instructor)));
    const shown = await Promise.all(tokens.map((token) => showRecoveryCode(half, codes[0] ?? "", token, NOW)));
    expect(shown.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("of another person is none", async () => {
    const [own, other] = [await anInstructorWithApp(NOW), await anInstructorWithApp(NOW)];
    const token = await aSession(own.instructor);
    expect(await showRecoveryCode(own.half, other.codes[0] ?? "", token, NOW)).toMatchObject({ refusal: "wrong_code" });
    expect((await factorOf(other.instructor))?.codesLeft).toBe(10);
  });

  test("is worth nothing once there are new ones", async () => {
    const { instructor, half, codes } = await anInstructorWithApp(NOW);
    const renewed = (await renewRecoveryCodes(asOwner(instructor, NOW))) ?? [];
    expect(renewed).toHaveLength(10);
    const show = async (code = "") => (await showRecoveryCode(half, code, await aSession(instructor), NOW)).ok;
    expect([await show(codes[0]), await show(renewed[0])]).toEqual([false, true]);
  });

  test("is not given to somebody who has no app", async () => {
    const instructor = await anInstructor();
    expect(await renewRecoveryCodes(asOwner(instructor))).toBeNull();
    expect(await ownerDatabase().recoveryCode.count({ where: { userId: instructor.id } })).toBe(0);
  });
});

test("outside the demo nobody does without", async () => {
  const { instructor } = await anInstructorWithApp(NOW);
  expect(await forgetApp(instructor)).toEqual({ ok: false, refusal: "required" });
  expect((await factorOf(instructor))?.codesLeft).toBe(10);
});
