import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Student } from "#server/viewer";
import { waitForProvider } from "#server/waiting/commands";
import { aStudent } from "../../support/cast.ts";
import { doLooks, takeJobs } from "../../support/jobs.ts";
import { aRefusal, asksOf, endTests, liveTestOf, pasteFor } from "../../support/keys.ts";
import { aProvider } from "../../support/provider.ts";
import { ownerDatabase, rowsAs } from "../../support/roles.ts";
import { run, verdictsOf } from "../../support/runs.ts";

const provider = aProvider();
const IMAGES = "/v1/images/generations";
const CREDITS = "/v1/responses";
const askedFor = (path: string) => provider.simulator.requests.filter((request) => request.path === path).length;

async function withKey(): Promise<Student> {
  const { student } = await aStudent();
  await pasteFor(student, "good");
  await endTests(student);
  return student;
}

/** A test that nobody has asked for, with everything that the web's role may write. */
async function forge({ id: userId }: Student): Promise<string> {
  const key = await ownerDatabase().apiCredential.findFirstOrThrow({ where: { userId, deletedAt: null } });
  const [row] = await rowsAs(
    "web",
    `INSERT INTO access_test (id, user_id, credential_id, credential_version, trigger, image_consent, only_check)
     VALUES ($1, $2, $3, $4, 'asked', true, 'openai.image') RETURNING id`,
    [randomUUID(), userId, key.id, key.version],
  );
  return String(row?.id);
}

describe("what a day may cost a student", () => {
  test("is five pictures, whoever writes tests and jobs for more", async () => {
    const student = await withKey();
    const before = askedFor(IMAGES);
    for (let time = 0; time < 7; time++) await run(await forge(student));
    expect(askedFor(IMAGES) - before).toBe(5);
    expect((await verdictsOf(student))[3]).toBe("skipped");
  });

  test("is not more where a test that has ended is opened again and again", async () => {
    const student = await withKey();
    const [before, id] = [askedFor(IMAGES), await forge(student)];
    for (let time = 0; time < 7; time++) {
      await run(id);
      await rowsAs("web", "UPDATE access_test SET finished_at = NULL, ending = NULL WHERE id = $1", [id]);
    }
    expect(askedFor(IMAGES) - before).toBe(5);
    const cheat =
      "INSERT INTO access_test (id, user_id, credential_id, credential_version, trigger, attempt, finished_at)";
    const values =
      "SELECT gen_random_uuid(), user_id, credential_id, 1, 'asked', -100, now() FROM access_test WHERE id = $1";
    await expect(rowsAs("web", `${cheat} ${values}`, [id])).rejects.toMatchObject({ code: "23514" });
  });

  test("is counted for keys that are saved one after another as well", async () => {
    const { student } = await aStudent();
    await asksOf(student, "openai.credits", 59);
    const before = askedFor(CREDITS);
    await run(await pasteFor(student, "good"));
    expect(await verdictsOf(student)).toEqual(["passed", "passed", "passed", "skipped"]);
    await run(await pasteFor(student, "good"));
    expect(await verdictsOf(student)).toEqual(["passed", "passed", "skipped", "skipped"]);
    expect(askedFor(CREDITS) - before).toBe(1);
  });

  test("is counted for the looks of a wait as well, where they are let through", async () => {
    const student = await withKey();
    await aRefusal(student, "openai.image");
    await asksOf(student, "openai.image", 4);
    await takeJobs("retest");
    expect(await waitForProvider(student, "openai.image")).toMatchObject({ ok: true });
    const before = askedFor(IMAGES);
    await doLooks(1);
    await run(await liveTestOf(student));
    expect(askedFor(IMAGES)).toBe(before);
    expect((await verdictsOf(student))[3]).toBe("skipped");
  });

  test("of one student leaves another's alone", async () => {
    const [one, other] = [await withKey(), await withKey()];
    await asksOf(one, "openai.image", 5);
    await run(await forge(other));
    expect((await verdictsOf(other))[3]).toBe("passed");
  });
});
