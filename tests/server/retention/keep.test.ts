import { describe, expect, test } from "vitest";
import type { CauseId } from "#domain/cause/cause";
import { RETENTION, type RetentionSetting } from "#domain/retention/retention";
import { keepRetention } from "#server/retention/keep";
import { forgetWhatIsOver } from "#server/retention/over";
import type { Student } from "#server/viewer";
import { aStudent, cast } from "../../support/cast.ts";
import { ago, DAY_MS, MINUTE_MS } from "../../support/help.ts";
import { asWorker, ownerDatabase, rowsAs } from "../../support/roles.ts";
import { PLACE } from "../../support/screens.ts";

const keepNow = () => asWorker(() => keepRetention(new Date()));
const usual = (setting: RetentionSetting) => RETENTION[setting].usual;
const daysAgo = (days: number) => ago(days * DAY_MS);

/** Tests of one key, oldest first: so many days ago, and what its second check saw. */
async function tested(student: Student, ...runs: readonly (readonly [number, CauseId | "passed"])[]): Promise<void> {
  const credential = await cast().aSealedKey(student.id);
  for (const [days, outcome] of runs)
    await cast().aTest(student.id, credential, { at: daysAgo(days), outcome: ["passed", outcome] });
}

/** How many days ago the tests were that are left. */
async function daysLeft({ id: userId }: Student): Promise<number[]> {
  const tests = await ownerDatabase().accessTest.findMany({ where: { userId }, orderBy: { requestedAt: "asc" } });
  return tests.map(({ requestedAt }) => Math.round((Date.now() - requestedAt.getTime()) / DAY_MS));
}

describe("the nightly retention", () => {
  test("deletes tests that are too old, with what their checks saw, and keeps the newer ones", async () => {
    const { student } = await aStudent();
    await tested(student, [800, "passed"], [500, "key_invalid"], [400, "passed"], [300, "passed"], [1, "passed"]);
    await keepNow();
    expect(await daysLeft(student)).toEqual([300, 1]);
    expect(await ownerDatabase().checkResult.count({ where: { test: { userId: student.id } } })).toBe(2 * 4);
    await keepNow();
    expect(await daysLeft(student)).toEqual([300, 1]);
  });

  test("keeps the latest test of a student, however old it is, and one that has not ended", async () => {
    const { student } = await aStudent();
    await tested(student, [900, "passed"], [800, "passed"]);
    await ownerDatabase().accessTest.updateMany({
      where: { userId: student.id, requestedAt: { lt: daysAgo(850) } },
      data: { finishedAt: null, ending: null },
    });
    await keepNow();
    expect(await daysLeft(student)).toEqual([900, 800]);
  });

  test("keeps the last proof of a step and each refusal since, and of what never passed the last refusal", async () => {
    const [{ student: fell }, { student: never }] = [await aStudent(), await aStudent()];
    await tested(fell, [900, "passed"], [800, "passed"], [700, "key_invalid"], [600, "key_invalid"], [1, "timeout"]);
    await tested(never, [900, "key_invalid"], [800, "key_invalid"], [1, "timeout"]);
    await keepNow();
    expect(await daysLeft(fell)).toEqual([800, 700, 600, 1]);
    expect(await daysLeft(never)).toEqual([800, 1]);
  });

  test("keeps where a student stands, and deletes how it came to that", async () => {
    const { student } = await aStudent();
    await cast().aProof(student.id, "openai-klucz", daysAgo(usual("RETENTION_STEP_EVENTS_DAYS") + 1));
    await cast().aTick(student.id, "openai-konto", daysAgo(usual("RETENTION_STEP_EVENTS_DAYS") - 1));
    await keepNow();
    expect(await ownerDatabase().stepProgress.count({ where: { userId: student.id } })).toBe(2);
    expect(await ownerDatabase().stepEvent.findMany({ where: { userId: student.id } })).toMatchObject([
      { stepId: "openai-konto" },
    ]);
  });

  test("deletes a picture long before its test", async () => {
    const { student } = await aStudent();
    await tested(student, [usual("RETENTION_PICTURES_DAYS") + 1, "passed"], [1, "passed"]);
    const tests = await ownerDatabase().accessTest.findMany({ where: { userId: student.id } });
    await ownerDatabase().testPicture.createMany({
      data: tests.map(({ id }) => ({ testId: id, mediaType: "image/webp", bytes: new Uint8Array(3) })),
    });
    await keepNow();
    expect(await daysLeft(student)).toHaveLength(2);
    expect(await ownerDatabase().testPicture.count({ where: { test: { userId: student.id } } })).toBe(1);
  });

  test("deletes requests, reasons and messages that are long closed, and nothing for which somebody waits", async () => {
    const { student, cohort } = await aStudent();
    const [old, young] = [daysAgo(usual("RETENTION_HELP_DAYS") + 1), daysAgo(usual("RETENTION_HELP_DAYS") - 1)];
    const userId = student.id;
    await ownerDatabase().helpRequest.createMany({
      data: [
        { userId, note: "old", createdAt: old, closedAt: old },
        { userId, note: "young", createdAt: old, closedAt: young },
        { userId, note: "open", createdAt: old },
      ],
    });
    const reason = { userId, cohortId: cohort.id, status: "asked" as const, rank: 1 };
    await ownerDatabase().blocker.createMany({
      data: [
        { ...reason, since: old, closedAt: old },
        { ...reason, since: old, closedAt: young },
        { ...reason, since: old },
      ],
    });
    await ownerDatabase().messageReport.createMany({
      data: [
        { userId, text: "old", createdAt: old },
        { userId, text: "young", createdAt: young },
      ],
    });
    await keepNow();
    const notes = await ownerDatabase().helpRequest.findMany({ where: { userId }, orderBy: { note: "asc" } });
    expect(notes.map(({ note }) => note)).toEqual(["open", "young"]);
    expect(await ownerDatabase().blocker.count({ where: { userId } })).toBe(2);
    expect(await ownerDatabase().messageReport.findMany({ where: { userId } })).toMatchObject([{ text: "young" }]);
  });

  test("deletes the picture of a screen at its time, sooner where it was dealt with, and the words after a year", async () => {
    const { student } = await aStudent();
    const place = { ...PLACE, userId: student.id, locale: "pl" };
    const picture = { create: { mediaType: "image/png", width: 1, height: 1, bytes: new Uint8Array(3) } };
    const reported = (text: string, days: number, handledDays: number | null) => ({
      ...{ ...place, text, picture, createdAt: daysAgo(days) },
      ...(handledDays !== null && { handledAt: daysAgo(handledDays), handledBy: student.id }),
    });
    const spans = [reported("year", 366, null), reported("old", 91, null), reported("young", 89, null)];
    for (const data of [...spans, reported("handled", 60, 31), reported("just handled", 60, 29)])
      await ownerDatabase().screenReport.create({ data });
    await keepNow();
    const left = await ownerDatabase().screenReport.findMany({
      where: { userId: student.id },
      orderBy: { text: "asc" },
      select: { text: true, picture: { select: { width: true } } },
    });
    expect(left.map(({ text, picture: kept }) => [text, kept !== null])).toEqual([
      ["handled", false],
      ["just handled", true],
      ["old", false],
      ["young", true],
    ]);
  });

  test("cuts the audit trail at its time, month by month, and its chain still holds", async () => {
    const events = () =>
      ownerDatabase().auditEvent.findMany({ orderBy: { seq: "asc" }, select: { seq: true, at: true } });
    for (let at = 0; at < 6; at += 1) await ownerDatabase().auditEvent.create({ data: { kind: "login.ended" } });
    const ours = (await events()).slice(0, 4);
    await rowsAs("owner", "ALTER TABLE audit_event DISABLE TRIGGER USER");
    for (const [place, days] of [900, 850, 740, 700].entries())
      await rowsAs("owner", "UPDATE audit_event SET at = $1 WHERE seq = $2", [daysAgo(days), ours[place]?.seq]);
    await rowsAs("owner", "ALTER TABLE audit_event ENABLE TRIGGER USER");
    await keepNow();
    const [first] = await events();
    expect(first?.seq).toBe(ours[3]?.seq);
    expect(await rowsAs("owner", "SELECT anchor_seq FROM audit_chain")).toEqual([{ anchor_seq: String(ours[2]?.seq) }]);
  });

  test("goes on behind a part that fails, and behind more rows than one batch has", async () => {
    const { student } = await aStudent();
    const at = daysAgo(usual("RETENTION_STEP_EVENTS_DAYS") + 1);
    const event = { userId: student.id, stepId: "openai-konto", kind: "ticked" as const, at };
    await ownerDatabase().stepEvent.createMany({ data: Array(1_201).fill(event) });
    await tested(student, [800, "passed"], [1, "passed"]);
    await rowsAs("owner", "REVOKE DELETE ON access_test FROM rozruch_worker");
    await keepNow();
    await rowsAs("owner", "GRANT DELETE ON access_test TO rozruch_worker");
    expect(await ownerDatabase().stepEvent.count({ where: { userId: student.id } })).toBe(0);
    expect(await daysLeft(student)).toEqual([800, 1]);
    await keepNow();
    expect(await daysLeft(student)).toEqual([1]);
  });
});

describe("what ends by itself", () => {
  test("is gone with the next sweep: counts of tries, what a passkey was asked, tokens", async () => {
    const [over, live] = [ago(MINUTE_MS), new Date(Date.now() + MINUTE_MS)];
    const challenge = { browserHash: new Uint8Array(8), challenge: "x" };
    await ownerDatabase().passkeyChallenge.createMany({
      data: [over, live].map((expiresAt) => ({ ...challenge, expiresAt })),
    });
    await ownerDatabase().verificationToken.createMany({
      data: [over, live].map((expires, at) => ({ identifier: `token ${at}`, token: "x", expires })),
    });
    for (const expire of [over, live])
      await rowsAs("owner", "INSERT INTO rate_limit (key, points, expire) VALUES ($1, 1, $2)", [
        `a limit until ${expire.getTime()}`,
        expire.getTime(),
      ]);
    await asWorker(() => forgetWhatIsOver(new Date()));
    expect(await ownerDatabase().passkeyChallenge.count()).toBe(1);
    expect(await ownerDatabase().verificationToken.count()).toBe(1);
    const left = await rowsAs("owner", "SELECT key FROM rate_limit WHERE key LIKE 'a limit until%'");
    expect(left).toEqual([{ key: `a limit until ${live.getTime()}` }]);
  });
});
