import { describe, expect, test } from "vitest";
import { RETENTION, type RetentionSetting } from "#domain/retention/retention";
import { keepRetention } from "#server/retention/keep";
import { aStudent } from "../../support/cast.ts";
import { ago, DAY_MS } from "../../support/help.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";

const keepNow = () => asWorker(() => keepRetention(new Date()));
const usual = (setting: RetentionSetting) => RETENTION[setting].usual;
const daysAgo = (days: number) => ago(days * DAY_MS);

describe("the night", () => {
  test("deletes what staff wrote, noted and took back a year ago, and no release that holds", async () => {
    const { student } = await aStudent();
    const [old, young] = [daysAgo(usual("RETENTION_HELP_DAYS") + 1), daysAgo(usual("RETENTION_HELP_DAYS") - 1)];
    const userId = student.id;
    for (const createdAt of [old, young]) {
      const recipients = { create: { userId } };
      await ownerDatabase().message.create({ data: { subject: "x", body: "x", createdAt, recipients } });
      await ownerDatabase().staffNote.create({ data: { userId, text: "x", createdAt } });
    }
    const released = (stepId: string, endedAt: Date | null) => ({
      userId,
      stepId,
      reason: "x",
      waivedAt: old,
      endedAt,
    });
    await ownerDatabase().waiver.createMany({
      data: [released("old", old), released("young", young), released("holds", null)],
    });
    await keepNow();
    expect(await ownerDatabase().messageRecipient.count({ where: { userId } })).toBe(1);
    expect(await ownerDatabase().staffNote.count({ where: { userId } })).toBe(1);
    const waivers = await ownerDatabase().waiver.findMany({ where: { userId }, orderBy: { stepId: "asc" } });
    expect(waivers.map(({ stepId }) => stepId)).toEqual(["holds", "young"]);
  });
});
