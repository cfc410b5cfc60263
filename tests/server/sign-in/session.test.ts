import { describe, expect, test } from "vitest";
import { adapter, type SignedInUser } from "#server/sign-in/adapter";
import { hashOf, newToken } from "#server/sign-in/token";
import { aStudent } from "../../support/cast.ts";
import { dump } from "../../support/dump.ts";
import { ownerDatabase, rowsAs } from "../../support/roles.ts";

const HOUR_MS = 3_600_000;
const ago = (ms: number) => new Date(Date.now() - ms);

async function aSession(wish: { firstSignedInAt?: Date | null } = {}) {
  const { student, cohort } = await aStudent(wish);
  const token = newToken();
  await adapter.createSession?.({ sessionToken: token, userId: student.id, expires: new Date() });
  return { student, cohort, token };
}

const find = async (token: string) => (await adapter.getSessionAndUser?.(token)) ?? null;
const change = (token: string, data: { lastSeenAt?: Date; expiresAt?: Date }) =>
  ownerDatabase().session.update({ where: { tokenHash: new Uint8Array(hashOf(token)) }, data });

describe("a session", () => {
  test("is found by its token, with its person and their enrolments", async () => {
    const { student, cohort, token } = await aSession();
    const found = await find(token);
    expect(found?.user as SignedInUser).toMatchObject({
      id: student.id,
      email: student.email,
      enrolments: [{ cohortId: cohort.id, role: "student" }],
    });
  });

  test("is in the database as a hash alone", async () => {
    const { token } = await aSession();
    const text = await dump();
    expect(text).toContain(hashOf(token).toString("hex"));
    for (const form of [token, Buffer.from(token).toString("hex"), Buffer.from(token).toString("base64")])
      expect(text).not.toContain(form);
  });

  test("ends twelve hours after it began, whatever next-auth asks for", async () => {
    const { token } = await aSession();
    const row = await ownerDatabase().session.findUniqueOrThrow({
      where: { tokenHash: new Uint8Array(hashOf(token)) },
    });
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(12 * HOUR_MS);
    expect(
      await adapter.updateSession?.({ sessionToken: token, expires: new Date(Date.now() + 99 * HOUR_MS) }),
    ).toBeNull();
    await change(token, { expiresAt: ago(1) });
    expect(await find(token)).toBeNull();
  });

  test("ends after two hours without a request, and not before", async () => {
    const { token } = await aSession();
    await change(token, { lastSeenAt: ago(2 * HOUR_MS - 60_000) });
    expect(await find(token)).not.toBeNull();
    await change(token, { lastSeenAt: ago(2 * HOUR_MS) });
    expect(await find(token)).toBeNull();
  });

  test("is noted as activity every five minutes at most", async () => {
    const { student, token } = await aSession();
    const seenAt = async () =>
      (await ownerDatabase().session.findUniqueOrThrow({ where: { tokenHash: new Uint8Array(hashOf(token)) } }))
        .lastSeenAt;
    const before = await seenAt();
    await find(token);
    expect(await seenAt()).toEqual(before);
    await change(token, { lastSeenAt: ago(6 * 60_000) });
    await find(token);
    expect(Date.now() - (await seenAt()).getTime()).toBeLessThan(60_000);
    const { lastActiveAt } = await ownerDatabase().user.findUniqueOrThrow({ where: { id: student.id } });
    expect(Date.now() - (lastActiveAt?.getTime() ?? 0)).toBeLessThan(60_000);
  });

  test.each([
    ["is disabled", "UPDATE app_user SET disabled_at = now() WHERE id = $1"],
    ["has left every cohort", "DELETE FROM enrolment WHERE user_id = $1"],
    ["is deleted", "DELETE FROM app_user WHERE id = $1"],
  ])("is worth nothing from the moment at which its person %s", async (_, sql) => {
    const { student, token } = await aSession();
    await rowsAs("owner", sql, [student.id]);
    expect(await find(token)).toBeNull();
  });

  test("that was ended is not found again, by its own token or a guess", async () => {
    const { token } = await aSession();
    const other = await aSession();
    await adapter.deleteSession?.(token);
    await adapter.deleteSession?.(token);
    expect(await find(token)).toBeNull();
    expect(await find(hashOf(other.token).toString("hex"))).toBeNull();
    expect(await find("")).toBeNull();
    expect(await find(other.token)).not.toBeNull();
  });

  test("the first one is remembered as such, and closes 'never signed in' on the desk", async () => {
    const { student, cohort } = await aStudent({ firstSignedInAt: null });
    const blocker = {
      cohortId: cohort.id,
      userId: student.id,
      status: "never_signed_in",
      rank: 1,
      since: new Date(),
    } as const;
    await ownerDatabase().blocker.create({ data: blocker });
    await adapter.createSession?.({ sessionToken: newToken(), userId: student.id, expires: new Date() });
    const user = await ownerDatabase().user.findUniqueOrThrow({ where: { id: student.id } });
    await adapter.createSession?.({ sessionToken: newToken(), userId: student.id, expires: new Date() });
    expect((await ownerDatabase().user.findUniqueOrThrow({ where: { id: student.id } })).firstSignedInAt).toEqual(
      user.firstSignedInAt,
    );
    expect(user.firstSignedInAt).not.toBeNull();
    expect(await ownerDatabase().blocker.count({ where: { userId: student.id, closedAt: null } })).toBe(0);
  });
});

describe("people", () => {
  test("come from the roster alone", async () => {
    await expect(
      Promise.resolve(adapter.createUser?.({ id: "", email: "new@example.com", emailVerified: null })),
    ).rejects.toThrow();
    expect(await adapter.getUserByEmail?.("new@example.com")).toBeNull();
  });

  test("are found by an address in the form in which it is stored", async () => {
    const { student } = await aStudent();
    expect(await adapter.getUserByEmail?.(student.email)).toMatchObject({ id: student.id });
    expect(await adapter.getUserByEmail?.(`${student.email} `)).toBeNull();
  });
});

describe("next-auth's own token", () => {
  test("is consumed by exactly one of twenty", async () => {
    const token = { identifier: "a@example.com", token: newToken(), expires: new Date(Date.now() + 60_000) };
    await adapter.createVerificationToken?.(token);
    const used = await Promise.all(Array.from({ length: 20 }, () => adapter.useVerificationToken?.(token)));
    expect(used.filter(Boolean)).toHaveLength(1);
  });
});
