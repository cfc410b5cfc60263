import { describe, expect, test } from "vitest";
import { sweep } from "#server/worker/sweep";
import { aStudent, cast } from "../support/cast.ts";
import { ago, blockersOf, DAY_MS, finish, MINUTE_MS, openBlockersOf } from "../support/help.ts";
import { pasteFor } from "../support/keys.ts";
import { asWorker, ownerDatabase } from "../support/roles.ts";

describe("the sweep", () => {
  const sweepNow = () => asWorker(() => sweep(new Date()));

  test("finds who has fallen silent and who has never come, once", async () => {
    const [silent, absent] = [
      await aStudent({ invitedAt: ago(9 * DAY_MS) }),
      await aStudent({ invitedAt: ago(3 * DAY_MS), firstSignedInAt: null }),
    ];
    await sweepNow();
    await sweepNow();
    expect(await blockersOf(silent.student)).toMatchObject([{ status: "stalled", closedAt: null }]);
    expect(await blockersOf(absent.student)).toMatchObject([{ status: "never_signed_in", closedAt: null }]);
  });

  test("leaves alone who has finished, who has moved lately, who has just been invited and who is disabled", async () => {
    const [done, busy, fresh, gone] = [
      await aStudent({ invitedAt: ago(30 * DAY_MS) }),
      await aStudent({ invitedAt: ago(30 * DAY_MS) }),
      await aStudent({ invitedAt: ago(DAY_MS), firstSignedInAt: null }),
      await aStudent({ invitedAt: ago(30 * DAY_MS), firstSignedInAt: null }),
    ];
    await finish(done.student, ago(9 * DAY_MS));
    await cast().aTick(busy.student.id, "openai-konto", ago(DAY_MS));
    await ownerDatabase().user.update({ where: { id: gone.student.id }, data: { disabledAt: new Date() } });
    await sweepNow();
    for (const { student } of [done, busy, fresh, gone]) expect(await blockersOf(student)).toEqual([]);
  });

  test("finds who falls silent again after they had moved", async () => {
    const { student } = await aStudent({ invitedAt: ago(20 * DAY_MS) });
    await sweepNow();
    await cast().aTick(student.id, "openai-konto", ago(4 * DAY_MS));
    await ownerDatabase().blocker.updateMany({ where: { userId: student.id }, data: { closedAt: ago(4 * DAY_MS) } });
    await ownerDatabase().enrolment.updateMany({ where: { userId: student.id }, data: { sweptAt: ago(5 * DAY_MS) } });
    await sweepNow();
    expect(await openBlockersOf(student)).toMatchObject([{ status: "stalled" }]);
  });

  test("finds who has waited longer than the provider takes", async () => {
    const { student } = await aStudent();
    const credential = await cast().aSealedKey(student.id);
    await ownerDatabase().waitingTimer.create({
      data: { userId: student.id, check: "openai.image", since: ago(31 * MINUTE_MS), until: ago(MINUTE_MS) },
    });
    await cast().aTest(student.id, credential, {
      at: ago(5 * MINUTE_MS),
      outcome: ["passed", "passed", "passed", "org_unverified"],
    });
    await sweepNow();
    expect(await openBlockersOf(student)).toMatchObject([
      { status: "waiting_too_long", stepId: "openai-obrazy", cause: "org_unverified" },
    ]);
  });

  test("that is broken off finds the rest the next time", async () => {
    const people = [await aStudent({ invitedAt: ago(9 * DAY_MS) }), await aStudent({ invitedAt: ago(9 * DAY_MS) })];
    await ownerDatabase()
      .$executeRaw`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the world fails'; END $$`;
    await ownerDatabase()
      .$executeRaw`CREATE TRIGGER broken BEFORE INSERT ON blocker FOR EACH ROW EXECUTE FUNCTION fail()`;
    await sweepNow().catch(() => undefined);
    await ownerDatabase().$executeRaw`DROP TRIGGER broken ON blocker`;
    await sweepNow();
    for (const { student } of people) expect(await openBlockersOf(student)).toMatchObject([{ status: "stalled" }]);
  });

  test("gives up a test whose job was lost, and lets the student start another", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "good");
    await ownerDatabase().accessTest.update({ where: { id }, data: { requestedAt: ago(16 * MINUTE_MS) } });
    await sweepNow();
    expect(await ownerDatabase().accessTest.findUniqueOrThrow({ where: { id } })).toMatchObject({ ending: "given_up" });
  });

  test("takes away sign-in requests and sessions whose time is over, and no others", async () => {
    const { student } = await aStudent();
    const request = (expiresAt: Date) => ({ email: student.email, browserHash: new Uint8Array(8), expiresAt });
    await ownerDatabase().signInRequest.createMany({
      data: [request(ago(1)), request(new Date(Date.now() + MINUTE_MS))],
    });
    const session = (expiresAt: Date, token: number) => ({
      tokenHash: new Uint8Array([token]),
      userId: student.id,
      expiresAt,
    });
    await ownerDatabase().session.createMany({
      data: [session(ago(1), 1), session(new Date(Date.now() + MINUTE_MS), 2)],
    });
    await sweepNow();
    expect(await ownerDatabase().signInRequest.count({ where: { email: student.email } })).toBe(1);
    expect(await ownerDatabase().session.count({ where: { userId: student.id } })).toBe(1);
  });
});
