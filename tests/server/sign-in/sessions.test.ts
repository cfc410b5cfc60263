import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { endSessionOf, endSessionsOf } from "#server/session/commands";
import { liveSessionsOf } from "#server/session/queries";
import { adapter } from "#server/sign-in/adapter";
import { type Arrival, arrival, deviceOf } from "#server/sign-in/arrival";
import { requestSignIn } from "#server/sign-in/commands";
import { newToken } from "#server/sign-in/token";
import type { Person } from "#server/viewer";
import { anInstructor, aStudent, cast } from "../../support/cast.ts";
import { anIp } from "../../support/keys.ts";
import { ownerDatabase } from "../../support/roles.ts";

const HOUR_MS = 3_600_000;
const BY: Arrival = { method: "mail", device: "Firefox, Linux", before: null };

async function signIn({ id: userId }: Person, by: Partial<Arrival> = {}): Promise<string> {
  const token = newToken();
  await arrival.run({ ...BY, ...by }, async () => {
    await adapter.createSession?.({ sessionToken: token, userId, expires: new Date() });
  });
  return token;
}

const isAlive = async (token: string) => (await adapter.getSessionAndUser?.(token)) != null;
const live = (person: Person, token: string | null = null) => liveSessionsOf(person, token, new Date());

describe("a sign-in", () => {
  test("ends the session that its browser had before, whoever's it was, and no other", async () => {
    const [{ student: one }, { student: other }] = [await aStudent(), await aStudent()];
    const [before, elsewhere] = [await signIn(other), await signIn(other)];
    const token = await signIn(one, { before });
    expect(await Promise.all([before, elsewhere, token].map(isAlive))).toEqual([false, true, true]);
  });

  test("is kept for twelve hours, and for four where its person sees other people's data", async () => {
    for (const [person, hours] of [
      [(await aStudent()).student, 12],
      [await anInstructor(), 4],
    ] as const) {
      await signIn(person);
      const row = await ownerDatabase().session.findFirstOrThrow({ where: { userId: person.id } });
      expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(hours * HOUR_MS);
    }
  });

  test("ends where its person becomes staff, or ceases to be", async () => {
    const { student } = await aStudent();
    const token = await signIn(student);
    const { id: cohortId } = await cast().aCohort();
    await ownerDatabase().enrolment.create({ data: { cohortId, userId: student.id, role: "student" } });
    expect(await isAlive(token)).toBe(true);
    const key = { cohortId_userId: { cohortId, userId: student.id } };
    await ownerDatabase().enrolment.update({ where: key, data: { role: "instructor" } });
    expect(await isAlive(token)).toBe(false);
    const asStaff = await signIn(student);
    await ownerDatabase().enrolment.delete({ where: key });
    expect(await isAlive(asStaff)).toBe(false);
  });

  test("lives on where somebody who is staff already gets another cohort, and ends with less than they had", async () => {
    const instructor = await anInstructor();
    const token = await signIn(instructor);
    const { id: cohortId } = await cast().aCohort();
    const key = { cohortId_userId: { cohortId, userId: instructor.id } };
    await ownerDatabase().enrolment.create({ data: { cohortId, userId: instructor.id, role: "instructor" } });
    expect(await isAlive(token)).toBe(true);
    await ownerDatabase().enrolment.update({ where: key, data: { role: "assistant" } });
    expect(await isAlive(token)).toBe(false);
  });

  test("ends where its person comes to own the portal, who then needs no cohort to sign in", async () => {
    const { student } = await aStudent();
    const token = await signIn(student);
    await ownerDatabase().user.update({ where: { id: student.id }, data: { isOwner: true } });
    expect(await isAlive(token)).toBe(false);
    await ownerDatabase().enrolment.deleteMany({ where: { userId: student.id } });
    expect(await isAlive(await signIn(student))).toBe(true);
  });
});

describe("a person's sessions", () => {
  test("are listed with what its owner knows them by, this one first, and nobody else's", async () => {
    const { student } = await aStudent();
    await signIn((await aStudent()).student);
    await signIn(student, { device: "Safari, iOS" });
    const token = await signIn(student);
    expect((await live(student, token)).map(({ device, isThis }) => [device, isThis])).toEqual([
      ["Firefox, Linux", true],
      ["Safari, iOS", false],
    ]);
    expect(JSON.stringify(await live(student, token))).not.toContain(token);
  });

  test("end one by one, all but this one, or all; a second time changes nothing, and never another's", async () => {
    const [{ student }, { student: other }] = [await aStudent(), await aStudent()];
    const foreign = await signIn(other);
    const [one, two, three] = [await signIn(student), await signIn(student), await signIn(student)];
    const [{ id: foreignId } = { id: "" }] = await live(other);
    await endSessionOf(student, foreignId);
    await endSessionOf(student, randomUUID());
    expect(await isAlive(foreign)).toBe(true);

    const second = (await live(student, two)).find(({ isThis }) => isThis);
    await endSessionOf(student, second?.id ?? "");
    expect(await Promise.all([one, two, three].map(isAlive))).toEqual([true, false, true]);
    await endSessionsOf(student, three);
    expect(await Promise.all([one, three].map(isAlive))).toEqual([false, true]);
    await endSessionsOf(student, null);
    await endSessionsOf(student, null);
    expect([await isAlive(three), await isAlive(foreign)]).toEqual([false, true]);
  });

  test("that all end take the links with them that are still on their way", async () => {
    const { student, email } = await aStudent();
    await requestSignIn(email, { ip: anIp(), isKnown: false });
    await endSessionsOf(student, null);
    expect(await ownerDatabase().signInRequest.count({ where: { email } })).toBe(0);
  });
});

describe("a device", () => {
  test.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
      "Chrome, Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari, iOS",
    ],
  ])("is named in a few words", (userAgent, name) => {
    expect(deviceOf(userAgent)).toBe(name);
  });

  test("that says nothing, or too much, is no trouble", () => {
    expect(deviceOf(null)).toBeNull();
    expect(deviceOf("")).toBeNull();
    expect((deviceOf(`<script>${"x".repeat(5_000)}`) ?? "").length).toBeLessThanOrEqual(60);
  });
});
