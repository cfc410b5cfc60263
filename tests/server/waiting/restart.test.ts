import { afterAll, expect, test, vi } from "vitest";
import { waitForProvider } from "#server/waiting/commands";
import { waitsOf } from "#server/waiting/queries";
import { aStudent } from "../../support/cast.ts";
import { pasteFor } from "../../support/keys.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { aProvider } from "../../support/provider.ts";
import { ownerDatabase } from "../../support/roles.ts";
import { testRow, verdictsOf } from "../../support/runs.ts";
import { startWorker, type Worker } from "../../support/worker.ts";

/** A wait's five minutes are six seconds here, for web and worker alike, and the whole of it longer than a worker takes to start. */
const PACE = "50";
process.env.PACE = PACE;
aProvider();
const mailbox = aMailbox();
let worker: Worker | undefined;
afterAll(() => worker?.stop());

const up = async () => {
  worker = startWorker({ PACE });
  await worker.started;
};
const until = (isSo: () => Promise<unknown> | unknown, timeout: number) => vi.waitFor(isSo, { timeout, interval: 50 });
const past = (at: Date | undefined) => until(() => expect(Date.now()).toBeGreaterThan(at?.getTime() ?? 0), 60_000);

test("a wait outlives its worker: what was missed is one look, the next comes within three seconds of its time, and the end is told by mail", {
  timeout: 120_000,
}, async () => {
  const { student, email } = await aStudent();
  await up();
  const first = await pasteFor(student, "paid_not_yet");
  await until(async () => expect((await testRow(first)).ending).toBe("completed"), 10_000);
  await waitForProvider(student, "openai.credits");
  const looks = (await waitsOf(student))[0]?.looks ?? [];
  await worker?.stop();

  await past(looks[1]);
  const lookedAt = () =>
    ownerDatabase().accessTest.findMany({
      where: { userId: student.id, trigger: "waiting" },
      orderBy: { requestedAt: "asc" },
      select: { requestedAt: true, finishedAt: true },
    });
  expect(await lookedAt()).toEqual([]);
  await up();
  await until(async () => expect((await lookedAt())[0]?.finishedAt).toBeInstanceOf(Date), 10_000);
  expect((await verdictsOf(student))[2]).toBe("waiting quota_insufficient");

  await past(looks[2]);
  await until(async () => expect(await verdictsOf(student)).toEqual(["passed", "passed", "passed", "skipped"]), 10_000);
  const tests = await lookedAt();
  expect(tests).toHaveLength(2);
  const late = (tests[1]?.requestedAt.getTime() ?? 0) - (looks[2]?.getTime() ?? 0);
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(3_000);
  expect(await waitsOf(student)).toEqual([]);
  await until(() => expect(mailbox.letterTo(email)).toContain("OpenAI widzi już Twoje środki"), 10_000);
});
