import { describe, expect, test } from "vitest";
import { revokeToken } from "#server/api/commands";
import { tokensOf } from "#server/api/queries";
import { isWellFormed, newToken } from "#server/api/token";
import { scrubbed } from "#server/log/scrub";
import { ask, aToken, pageOf } from "../../support/api.ts";
import { aManager, aStudent } from "../../support/cast.ts";
import { anIp } from "../../support/keys.ts";
import { ownerDatabase, rowsAs } from "../../support/roles.ts";

const problemOf = async (answer: Promise<Response>) => {
  const response = await answer;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return (await response.json()) as { type: string; status: number; detail: string };
};

describe("a token", () => {
  test("has a prefix, 32 random bytes and a sum that tells a typing error before the database is asked", () => {
    const token = newToken();
    expect(token).toMatch(/^rzr_[0-9A-Za-z]{49}$/);
    expect(isWellFormed(token)).toBe(true);
    expect(isWellFormed(`${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`)).toBe(false);
    expect(new Set(Array.from({ length: 100 }, newToken)).size).toBe(100);
  });

  test("is stored as its SHA-256 alone, and is taken out of whatever is logged", async () => {
    const instructor = await aManager();
    const token = await aToken(instructor);
    const rows = await rowsAs("owner", "SELECT t::text FROM api_token t");
    expect(JSON.stringify(rows)).not.toContain(token.slice(8, 24));
    expect(JSON.stringify(await tokensOf(instructor))).not.toContain(token.slice(8, 24));
    expect(scrubbed(`{"header":"Bearer ${token}"}`)).not.toContain(token.slice(8, 24));
  });

  test("of whoever owns the portal opens every cohort but those that are put away", async () => {
    const [owner, { student, cohort }] = [await aManager(), await aStudent()];
    const token = await aToken(owner);
    const names = async () =>
      (await pageOf(ask("students", `?cohort=${cohort.id}`, { token }))).data?.map(({ id }) => id);
    expect(await names()).toBeUndefined();
    await ownerDatabase().user.update({ where: { id: owner.id }, data: { isOwner: true } });
    await ownerDatabase().enrolment.deleteMany({ where: { userId: owner.id } });
    expect(await names()).toEqual([student.id]);
    await ownerDatabase().cohort.update({ where: { id: cohort.id }, data: { archivedAt: new Date() } });
    expect(await names()).toBeUndefined();
    await ownerDatabase().user.update({ where: { id: owner.id }, data: { isOwner: false } });
  });

  test("opens its maker's own cohorts, as they are at the time of use", async () => {
    const { student, cohort } = await aStudent();
    const { student: foreign } = await aStudent();
    const instructor = await aManager(cohort.id);
    const token = await aToken(instructor);
    const ids = async () => (await pageOf(ask("students", "", { token }))).data.map(({ id }) => id);
    expect(await ids()).toEqual([student.id]);
    const other = await ownerDatabase().enrolment.findFirstOrThrow({ where: { userId: foreign.id } });
    await ownerDatabase().enrolment.create({
      data: { cohortId: other.cohortId, userId: instructor.id, role: "instructor" },
    });
    expect((await ids()).sort()).toEqual([student.id, foreign.id].sort());
    await ownerDatabase().enrolment.deleteMany({ where: { userId: instructor.id, cohortId: cohort.id } });
    expect(await ids()).toEqual([foreign.id]);
  });

  test("tells when it was last used", async () => {
    const instructor = await aManager();
    const token = await aToken(instructor);
    expect((await tokensOf(instructor))[0]?.lastUsedAt).toBeNull();
    await ask("cohorts", "", { token });
    expect((await tokensOf(instructor))[0]?.lastUsedAt).toBeInstanceOf(Date);
  });

  test("reads what its scopes name, and is told which one it lacks", async () => {
    const { student, cohort } = await aStudent();
    const token = await aToken(await aManager(cohort.id), ["students:read"]);
    const [row] = (await pageOf(ask("students", "", { token }))).data;
    expect(row).toMatchObject({ id: student.id, progress: null });
    for (const [name, scope] of [
      ["cohorts", "cohorts:read"],
      ["steps", "steps:read"],
      ["blockers", "blockers:read"],
      ["help-requests", "help:read"],
      ["events", "progress:read"],
    ] as const)
      expect(await problemOf(ask(name, "", { token, student: student.id }))).toMatchObject({ status: 403, scope });
  });
});

describe("nothing is opened", () => {
  test("without a token, by a wrong one and by one that is revoked, and each time it is said what to do", async () => {
    const instructor = await aManager();
    const token = await aToken(instructor);
    const without = await ask("cohorts");
    expect(without.headers.get("www-authenticate")).toContain("Bearer");
    expect(await problemOf(ask("cohorts"))).toMatchObject({ type: "urn:rozruch:problem:no_token", status: 401 });
    const wrong = {
      type: "urn:rozruch:problem:wrong_token",
      status: 401,
      detail: expect.stringContaining("Connections"),
    };
    expect(await problemOf(ask("cohorts", "", { token: newToken() }))).toMatchObject(wrong);
    expect(await problemOf(ask("cohorts", "", { token: "rzr_x" }))).toMatchObject(wrong);
    const [{ id } = { id: "" }] = await tokensOf(instructor);
    expect(await revokeToken(await aManager(), id)).toBe(false);
    expect((await ask("cohorts", "", { token })).status).toBe(200);
    expect(await revokeToken(instructor, id)).toBe(true);
    expect(await problemOf(ask("cohorts", "", { token }))).toMatchObject(wrong);
  });

  test("by one that has reached its last day", async () => {
    const instructor = await aManager();
    const token = await aToken(instructor);
    await rowsAs("owner", "UPDATE api_token SET expires_at = now() WHERE owner_id = $1", [instructor.id]);
    expect(await problemOf(ask("cohorts", "", { token }))).toMatchObject({ type: "urn:rozruch:problem:expired_token" });
  });

  test.each([
    ["teaches no longer", "DELETE FROM enrolment WHERE user_id = $1"],
    ["learns in place of teaching", "UPDATE enrolment SET role = 'student' WHERE user_id = $1"],
    ["is disabled", "UPDATE app_user SET disabled_at = now() WHERE id = $1"],
    ["leaves", "UPDATE app_user SET deletion_due_at = now() + interval '7 days' WHERE id = $1"],
  ])("by a token whose maker %s", async (_, sql) => {
    const instructor = await aManager();
    const token = await aToken(instructor);
    await rowsAs("owner", sql, [instructor.id]);
    expect(await problemOf(ask("cohorts", "", { token }))).toMatchObject({ type: "urn:rozruch:problem:wrong_token" });
  });

  test("by a token in the address, where logs would keep it, also beside a good one", async () => {
    const token = await aToken(await aManager());
    const answer = await problemOf(ask("cohorts", `?token=${token}`, { token }));
    expect(answer).toMatchObject({ type: "urn:rozruch:problem:token_in_address", status: 400 });
    expect(JSON.stringify(answer)).not.toContain(token);
  });
});

describe("limits", () => {
  test("are met by one token after 300 requests in a minute, and say when to come back", async () => {
    const [token, other] = [await aToken(await aManager()), await aToken(await aManager())];
    const statuses = new Map<number, number>();
    let last = await ask("cohorts", "", { token });
    for (let time = 1; time < 305; time++) {
      last = await ask("cohorts", "", { token });
      statuses.set(last.status, (statuses.get(last.status) ?? 0) + 1);
    }
    expect(statuses.get(200)).toBe(299);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask("cohorts", "", { token: other })).status).toBe(200);
  });

  test("are met by somebody who guesses, by network", async () => {
    const headers = { "x-forwarded-for": anIp() };
    for (let time = 0; time < 30; time++) await ask("cohorts", "", { token: newToken(), headers });
    expect((await ask("cohorts", "", { token: newToken(), headers })).status).toBe(429);
  });
});
