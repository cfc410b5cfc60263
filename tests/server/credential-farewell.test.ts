import { describe, expect, test } from "vitest";
import { dayAfter } from "#domain/credential/expiry";
import { chooseFarewell, forgetKey } from "#server/credential/commands";
import { forgetKeysThatAreDue } from "#server/credential/expiry";
import { farewellPlannedFor, keyUsesOf, lastFarewellOf } from "#server/credential/queries";
import type { Student } from "#server/viewer";
import { aStudent, cast } from "../support/cast.ts";
import { aHostileProvider } from "../support/hostile-provider.ts";
import { aKey, liveTestOf, paste } from "../support/keys.ts";
import { asWorker, ownerDatabase, rowsAs } from "../support/roles.ts";
import { run, testRow } from "../support/runs.ts";

const provider = aHostileProvider();
const DAY_MS = 86_400_000;
const JSON_TYPE = { "content-type": "application/json" };

/** As the worker's sweep does it, with the worker's rights. */
const sweepAt = (now: Date) => asWorker(() => forgetKeysThatAreDue(now));
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

async function withKey() {
  const one = await aStudent();
  await paste(one.student, aKey());
  const { id } = await ownerDatabase().apiCredential.findFirstOrThrow({ where: { userId: one.student.id } });
  return { ...one, credentialId: id };
}

async function isGone({ id: userId }: Student, credentialId: string): Promise<boolean> {
  const row = await ownerDatabase().apiCredential.findUniqueOrThrow({ where: { id: credentialId } });
  const secrets = await ownerDatabase().credentialSecret.count({ where: { credentialId } });
  const live = await ownerDatabase().accessTest.count({ where: { userId, finishedAt: null } });
  expect([row.deletedAt === null, row.fingerprint === null]).toEqual([secrets === 1, secrets === 0]);
  if (secrets === 0) expect(live).toBe(0);
  return secrets === 0;
}

describe("T29: a key that is deleted", () => {
  test("leaves no row, no fingerprint and no test; its job finds nothing to do and calls nobody", async () => {
    const { student, credentialId } = await withKey();
    const testId = await liveTestOf(student);
    await forgetKey(student);
    expect(await isGone(student, credentialId)).toBe(true);
    await run(testId);
    expect(provider.seen).toEqual([]);
    expect(await testRow(testId)).toMatchObject({ ending: "cancelled", attempt: 0 });
    expect((await keyUsesOf(student)).map(({ kind }) => kind)).toEqual(["deleted", "saved"]);
  });

  test("in the middle of a call is used for no further one, and nothing of that call is kept", async () => {
    const { student, credentialId } = await withKey();
    const testId = await liveTestOf(student);
    provider.answer = async (_, response) => {
      await forgetKey(student);
      response.writeHead(200, JSON_TYPE).end('{"object":"list","data":[]}');
    };
    await run(testId);
    expect(provider.seen.map(({ url }) => url)).toEqual(["/v1/models"]);
    expect(await isGone(student, credentialId)).toBe(true);
    expect((await testRow(testId)).results.map(({ state }) => state)).toEqual(["passed", "started"]);
  });

  test.each([
    ["marked as deleted", "UPDATE api_credential SET deleted_at = now() WHERE id = $1"],
    ["given another version", "UPDATE api_credential SET version = version + 1 WHERE id = $1"],
  ])("or was %s by whoever did not end its test, is used for no further call either", async (_, sql) => {
    const { student, credentialId } = await withKey();
    const testId = await liveTestOf(student);
    provider.answer = async (_, response) => {
      await rowsAs("owner", sql, [credentialId]);
      response.writeHead(200, JSON_TYPE).end('{"object":"list","data":[]}');
    };
    await run(testId);
    expect((await testRow(testId)).finishedAt).toBeNull();
    expect(provider.seen.map(({ url }) => url)).toEqual(["/v1/models"]);
  });

  test("while the provider is slow ends the call within seconds", async () => {
    const { student } = await withKey();
    const testId = await liveTestOf(student);
    provider.answer = () => void forgetKey(student);
    const began = Date.now();
    await run(testId);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(provider.seen).toHaveLength(1);
  });
});

describe("T32: a day that was chosen", () => {
  test("is honoured to the moment by the server's clock, whatever the zone of the day", async () => {
    const { student, credentialId } = await withKey();
    expect(await chooseFarewell(student, "openai", dayAfter(new Date(), 7))).toMatchObject({ ok: true });
    const planned = await farewellPlannedFor(student, "openai");
    const end = planned?.at ?? new Date(0);
    expect(planned).toMatchObject({ because: "chosen_day", chosenAt: end });
    await sweepAt(new Date(end.getTime() - 1));
    expect(await isGone(student, credentialId)).toBe(false);
    await sweepAt(end);
    expect(await isGone(student, credentialId)).toBe(true);
    expect(await lastFarewellOf(student)).toBe("chosen_day");
    await sweepAt(end);
    expect((await keyUsesOf(student)).map(({ kind }) => kind)).toEqual(["expired", "saved"]);
  });

  test("can be changed and taken back, is refused in the past, and asks for a key", async () => {
    const { student, credentialId } = await withKey();
    await chooseFarewell(student, "openai", dayAfter(new Date(), 7));
    await chooseFarewell(student, "openai", dayAfter(new Date(), 30));
    await sweepAt(inDays(10));
    expect(await isGone(student, credentialId)).toBe(false);
    expect(await chooseFarewell(student, "openai", dayAfter(new Date(), 0))).toMatchObject({ refusal: "no_such_day" });
    expect(await chooseFarewell(student, "openai", null)).toMatchObject({ ok: true });
    expect(await farewellPlannedFor(student, "openai")).toBeNull();
    await sweepAt(inDays(400));
    expect(await isGone(student, credentialId)).toBe(false);
    const { student: keyless } = await aStudent();
    expect(await chooseFarewell(keyless, "openai", dayAfter(new Date(), 7))).toMatchObject({ refusal: "no_key" });
  });

  test("of one student ends nobody else's key", async () => {
    const [one, other] = [await withKey(), await withKey()];
    await chooseFarewell(one.student, "openai", dayAfter(new Date(), 1));
    await sweepAt(inDays(3));
    expect(await isGone(one.student, one.credentialId)).toBe(true);
    expect(await isGone(other.student, other.credentialId)).toBe(false);
  });
});

describe("the end of the course", () => {
  test("takes the key with it after thirty days, and where two are taken, after the later one", async () => {
    const { student, credentialId, cohort } = await withKey();
    await ownerDatabase().cohort.update({ where: { id: cohort.id }, data: { endsAt: inDays(1) } });
    const second = await cast().aCohort();
    await ownerDatabase().enrolment.create({ data: { cohortId: second.id, userId: student.id, role: "student" } });
    expect(await farewellPlannedFor(student, "openai")).toBeNull();
    await ownerDatabase().cohort.update({ where: { id: second.id }, data: { endsAt: inDays(5) } });
    expect((await farewellPlannedFor(student, "openai"))?.because).toBe("course_over");
    await sweepAt(inDays(34));
    expect(await isGone(student, credentialId)).toBe(false);
    await sweepAt(inDays(36));
    expect(await isGone(student, credentialId)).toBe(true);
    expect(await lastFarewellOf(student)).toBe("course_over");
  });
});

describe("a key that the provider does not know", () => {
  const refusal = JSON.stringify({
    error: { message: "Incorrect API key provided.", code: "invalid_api_key", type: "invalid_request_error" },
  });

  test("is kept for a day, and until then forever where it passes again or another is pasted", async () => {
    const { student, credentialId } = await withKey();
    provider.answer = (_, response) => void response.writeHead(401, JSON_TYPE).end(refusal);
    await run(await liveTestOf(student));
    expect((await farewellPlannedFor(student, "openai"))?.because).toBe("refused");
    await sweepAt(inDays(0.9));
    expect(await isGone(student, credentialId)).toBe(false);

    await paste(student, aKey());
    expect(await farewellPlannedFor(student, "openai")).toBeNull();
    await run(await liveTestOf(student));
    await sweepAt(inDays(1.1));
    expect(await isGone(student, credentialId)).toBe(true);
    expect(await lastFarewellOf(student)).toBe("refused");
  });

  test("is another matter than one that has no money, or whose provider does not answer", async () => {
    const { student, credentialId } = await withKey();
    const broke = JSON.stringify({
      error: { message: "You exceeded your current quota", code: "insufficient_quota", type: "insufficient_quota" },
    });
    provider.answer = ({ url }, response) =>
      void (url === "/v1/models"
        ? response.writeHead(200, JSON_TYPE).end('{"object":"list","data":[]}')
        : response.writeHead(429, JSON_TYPE).end(broke));
    await run(await liveTestOf(student));
    await sweepAt(inDays(30));
    expect(await isGone(student, credentialId)).toBe(false);
  });
});

test("a use of a key tells what it was for and what each check saw", async () => {
  const { student } = await withKey();
  provider.answer = (_, response) => void response.writeHead(200, JSON_TYPE).end('{"object":"list","data":[]}');
  await run(await liveTestOf(student));
  const [use] = await keyUsesOf(student);
  expect(use).toMatchObject({ kind: "opened", trigger: "saved" });
  expect(use?.checks.map(({ check, state }) => `${check} ${state}`)).toEqual([
    "openai.format passed",
    "openai.key passed",
    "openai.credits inconclusive",
    "openai.image skipped",
  ]);
});
