import { describe, expect, test } from "vitest";
import { setUpApp, showDigits } from "#server/second-factor/commands";
import { offeredApp } from "#server/second-factor/queries";
import { anInstructor } from "../../support/cast.ts";
import { dump } from "../../support/dump.ts";
import {
  anApp,
  anInstructorWithApp,
  aSession,
  asHalfway,
  asOwner,
  NOW,
  STEP_MS,
  sessionRow,
} from "../../support/factor.ts";
import { ownerDatabase, rowsAs } from "../../support/roles.ts";

const later = (steps: number) => new Date(NOW.getTime() + steps * STEP_MS);

describe("setting up an app", () => {
  test("offers the same secret again to the same session, and another to every other one", async () => {
    const [one, other] = [await anInstructor(), await anInstructor()];
    const [token, elsewhere] = [await aSession(one), await aSession(one)];
    const offered = offeredApp(asOwner(one), token);
    expect(offeredApp(asOwner(one), token)).toEqual(offered);
    expect(offered.address).toMatch(/^otpauth:\/\/totp\/Rozruch:.+secret=[A-Z2-7]{32}&/);
    expect(offered.typed.replaceAll(" ", "")).toBe(/secret=([A-Z2-7]+)/.exec(offered.address)?.[1]);
    expect(offered.picture).toContain("<svg");
    const others = [
      offeredApp(asOwner(one), elsewhere),
      offeredApp(asOwner(other), token),
      offeredApp(asOwner(one, NOW), token),
    ];
    expect(new Set([offered, ...others].map(({ address }) => /secret=(\w+)/.exec(address)?.[1])).size).toBe(4);
  });

  test("wants the digits that it shows now, and writes nothing for others", async () => {
    const instructor = await anInstructor();
    const token = await aSession(instructor);
    expect(await setUpApp(asOwner(instructor), "000000", token, NOW)).toMatchObject({ refusal: "wrong_code" });
    expect(await ownerDatabase().secondFactor.count({ where: { userId: instructor.id } })).toBe(0);
    expect((await sessionRow(token))?.secondFactorAt).toBeNull();
  });

  test("lets the session on under a new id, gives ten codes, and is written into the trail", async () => {
    const { instructor, codes, session } = await anInstructorWithApp(NOW);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
    expect((await sessionRow(session.token))?.secondFactorAt).toEqual(NOW);
    expect(await ownerDatabase().session.count({ where: { userId: instructor.id } })).toBe(1);
    expect(
      await ownerDatabase().auditEvent.count({ where: { subjectId: instructor.id, kind: "login.second_factor_set" } }),
    ).toBe(1);
  });

  test("keeps neither the secret nor a code in the clear, in any form", async () => {
    const instructor = await anInstructor();
    const token = await aSession(instructor);
    const { address, typed } = offeredApp(asOwner(instructor), token);
    const outcome = await setUpApp(asOwner(instructor), anApp(address)(NOW), token, NOW);
    const codes = outcome.ok ? outcome.value.codes : [];
    expect(codes).toHaveLength(10);
    const text = (await dump()).toLowerCase();
    const raw = base32(typed.replaceAll(" ", ""));
    for (const form of [typed.replaceAll(" ", ""), raw.toString("hex"), raw.toString("base64url"), ...codes])
      expect(text).not.toContain(form.toLowerCase());
    for (const code of codes) expect(text).not.toContain(code.replace("-", ""));
  });

  test("of a second app takes the first one's place, and its codes'", async () => {
    const { instructor, half, shows, codes, session } = await anInstructorWithApp(NOW);
    const { createdAt } = await ownerDatabase().secondFactor.findUniqueOrThrow({ where: { userId: instructor.id } });
    const owner = asOwner(instructor, createdAt);
    const newShows = anApp(offeredApp(owner, session.token).address);
    expect(await setUpApp(owner, newShows(later(1)), session.token, later(1))).toMatchObject({ ok: true });
    const token = await aSession(instructor);
    expect(await showDigits(half, shows(later(2)), token, later(2))).toMatchObject({ refusal: "wrong_code" });
    expect(await showDigits(half, newShows(later(2)), token, later(2))).toMatchObject({ ok: true });
    const left = await ownerDatabase().recoveryCode.count({ where: { userId: instructor.id, usedAt: null } });
    expect([left, codes.length]).toEqual([10, 10]);
  });
});

describe("showing its digits", () => {
  test("lets a session on under a new id, and the old one opens nothing", async () => {
    const { instructor, half, shows } = await anInstructorWithApp(NOW);
    const token = await aSession(instructor);
    const before = await sessionRow(token);
    const shown = await showDigits(half, shows(later(1)), token, later(1));
    expect(shown.ok).toBe(true);
    expect(await sessionRow(token)).toBeNull();
    const after = shown.ok ? await sessionRow(shown.value.token) : null;
    expect(after).toMatchObject({
      userId: instructor.id,
      createdAt: before?.createdAt,
      expiresAt: before?.expiresAt,
      method: before?.method,
      secondFactorAt: later(1),
    });
  });

  test("takes the digits with a space in them, and those of the half minute before and after", async () => {
    for (const [steps, shift] of [
      [4, 0],
      [4, -1],
      [4, 1],
    ] as const) {
      const { instructor, half, shows } = await anInstructorWithApp(NOW);
      const digits = shows(later(steps + shift)).replace(/^.../, "$& ");
      expect(await showDigits(half, digits, await aSession(instructor), later(steps))).toMatchObject({ ok: true });
    }
  });

  test.each([2, -2])("refuses digits that are %i steps away", async (shift) => {
    const { instructor, half, shows } = await anInstructorWithApp(NOW);
    const shown = await showDigits(half, shows(later(8 + shift)), await aSession(instructor), later(8));
    expect(shown).toMatchObject({ refusal: "wrong_code" });
  });

  test("works once: neither a second time nor with digits from before", async () => {
    const { instructor, half, shows } = await anInstructorWithApp(NOW);
    const show = async (steps: number, at = steps) =>
      (await showDigits(half, shows(later(steps)), await aSession(instructor), later(at))).ok;
    expect([await show(0), await show(3), await show(3), await show(2, 3), await show(4, 3)]).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  test("at ten places at once lets one of them on", async () => {
    const { instructor, half, shows } = await anInstructorWithApp(NOW);
    const tokens = await Promise.all(Array.from({ length: 9 }, () => aSession(instructor)));
    const shown = await Promise.all(tokens.map((token) => showDigits(half, shows(later(1)), token, later(1))));
    expect(shown.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("of somebody else's app lets nobody on", async () => {
    const [own, other] = [await anInstructorWithApp(NOW), await anInstructorWithApp(NOW)];
    const token = await aSession(own.instructor);
    expect(await showDigits(own.half, other.shows(later(1)), token, later(1))).toMatchObject({ refusal: "wrong_code" });
  });

  test("is refused where the secret was put there from another person's row", async () => {
    const [own, other] = [await anInstructorWithApp(NOW), await anInstructorWithApp(NOW)];
    await rowsAs(
      "owner",
      "UPDATE second_factor SET secret = (SELECT secret FROM second_factor WHERE user_id = $2), last_step = NULL WHERE user_id = $1",
      [own.instructor.id, other.instructor.id],
    );
    const token = await aSession(own.instructor);
    expect(await showDigits(own.half, other.shows(later(1)), token, later(1))).toMatchObject({ refusal: "wrong_code" });
  });

  test("does not revive a session that has ended meanwhile", async () => {
    const { instructor, half, shows } = await anInstructorWithApp(NOW);
    const token = await aSession(instructor);
    await ownerDatabase().session.deleteMany({ where: { userId: instructor.id } });
    expect(await showDigits(half, shows(later(1)), token, later(1))).toMatchObject({ refusal: "expired" });
    expect(await ownerDatabase().session.count({ where: { userId: instructor.id } })).toBe(0);
  });

  test("can be tried ten times in a quarter of an hour, right or wrong, and each wrong one is in the trail", async () => {
    const { instructor, half, shows } = await anInstructorWithApp(NOW);
    const token = await aSession(instructor);
    const tries = await Promise.all(Array.from({ length: 9 }, () => showDigits(half, "12345", token, NOW)));
    expect(tries.every((tried) => !tried.ok && tried.refusal === "wrong_code")).toBe(true);
    const late = await showDigits(half, shows(later(1)), token, later(1));
    expect(late).toMatchObject({ refusal: "too_many", retryAfterSeconds: expect.any(Number) });
    const where = { subjectId: instructor.id, kind: "login.second_factor_refused" };
    expect(await ownerDatabase().auditEvent.count({ where })).toBe(9);
  });
});

test("the person without an app shows nothing with any digits", async () => {
  const instructor = await anInstructor();
  expect(await showDigits(asHalfway(instructor), "", await aSession(instructor), NOW)).toMatchObject({ ok: false });
});

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32(letters: string): Buffer {
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
