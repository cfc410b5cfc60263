import { expect, test } from "vitest";
import { environment } from "#server/environment";
import { countsAt } from "../../scripts/content/steps-in-use.ts";
import { aStudent } from "../support/cast.ts";
import { ownerDatabase } from "../support/roles.ts";

test("each step is counted with the people who have progress on it", async () => {
  const [{ student: one }, { student: other }] = [await aStudent(), await aStudent()];
  const now = new Date();
  await ownerDatabase().stepProgress.createMany({
    data: [
      { userId: one.id, stepId: "klucz", tickedAt: now },
      { userId: other.id, stepId: "klucz", provenAt: now },
      { userId: one.id, stepId: "konto", tickedAt: now },
    ],
  });
  expect([...(await countsAt(environment().DATABASE_URL))]).toEqual([
    ["klucz", 2],
    ["konto", 1],
  ]);
});

test("a database that does not answer is told in words, without the password", async () => {
  const asked = countsAt("postgresql://rozruch:secret-word@127.0.0.1:9/rozruch");
  await expect(asked).rejects.toThrow(/No connection to PostgreSQL at 127\.0\.0\.1:9/);
  await expect(asked).rejects.not.toThrow(/secret-word/);
});
