import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { database } from "#server/database/client";
import { askForHelp, withdrawHelpRequest } from "#server/help/commands";
import { proveStep, tickStep } from "#server/progress/commands";
import { aManager, aStudent, asStudent, cast } from "../../support/cast.ts";
import { ago, DAY_MS, settle } from "../../support/help.ts";
import { aKey } from "../../support/keys.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";
import { anEndpoint, aReceiver, bodyOf, doWebhooks } from "../../support/webhooks.ts";

const receiver = aReceiver();
const typesReceived = () => receiver.received.map((message) => bodyOf(message).type);

describe("an endpoint", () => {
  test("is told in a form that the official library of Standard Webhooks verifies", async () => {
    const { student, cohort } = await aStudent();
    const { secret } = await anEndpoint(await aManager(cohort.id), receiver.url);
    await askForHelp(student, { note: "?", stepId: "openai-klucz" });
    await doWebhooks();
    expect(typesReceived()).toEqual(["help.asked", "blocker.opened"]);
    for (const { headers, body } of receiver.received)
      expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
    expect(() => new Webhook(secret).verify(body.replace("help", "hulp"), headers)).toThrow("No matching signature");
  });

  test("of whoever owns the portal hears of every cohort", async () => {
    const [owner, { student }] = [await aManager(), await aStudent()];
    await anEndpoint(owner, receiver.url, { events: ["help.asked"] });
    await ownerDatabase().user.update({ where: { id: owner.id }, data: { isOwner: true } });
    await askForHelp(student, { note: "?", stepId: null });
    await doWebhooks();
    expect(typesReceived()).toEqual(["help.asked"]);
    await ownerDatabase().user.update({ where: { id: owner.id }, data: { isOwner: false } });
  });

  test("hears of a blocker which student, step, cause, since when, and after how many tries it is", async () => {
    const { student, cohort } = await aStudent();
    await anEndpoint(await aManager(cohort.id), receiver.url, { events: ["blocker.opened"] });
    const key = await cast().aSealedKey(student.id);
    for (const minutes of [30, 20, 10])
      await cast().aTest(student.id, key, { at: ago(minutes * 60_000), outcome: ["passed", "key_invalid"] });
    await settle(student);
    await doWebhooks();
    const blocker = await ownerDatabase().blocker.findFirstOrThrow({ where: { userId: student.id } });
    const [message] = receiver.received.map(bodyOf);
    expect(message?.data).toEqual({
      blocker_id: blocker.id,
      student: { id: student.id },
      cohort: { id: cohort.id, slug: cohort.slug, name: cohort.name },
      step: { id: "openai-klucz", title: expect.stringMatching(/\w/) },
      cause: { id: "key_invalid", title: expect.stringMatching(/\w/) },
      status: "blocked",
      tries: 3,
      since: blocker.since.toISOString(),
    });
  });

  test("is given names and addresses only where it asks for them, and never a note or what was pasted", async () => {
    const { student, cohort, email } = await aStudent({ name: "Celina Zielona" });
    const [plain, named] = [await aManager(cohort.id), await aManager(cohort.id)];
    await anEndpoint(plain, `${receiver.url}/plain`, { events: ["help.asked"] });
    await anEndpoint(named, `${receiver.url}/named`, { events: ["help.asked"], withNames: true });
    const message = { pasted: `Incorrect API key provided: ${aKey()}`, cause: "key_invalid" as const };
    await askForHelp(student, { note: "Nikomu tego nie mów", stepId: null, message });
    await doWebhooks();
    const students = receiver.received.map((received) => bodyOf(received).data.student);
    expect(students).toHaveLength(2);
    expect(students).toContainEqual({ id: student.id });
    expect(students).toContainEqual({ id: student.id, name: "Celina Zielona", email });
    for (const { body } of receiver.received) expect(body).not.toMatch(/Nikomu|Incorrect|\[secret\]/);
  });

  test("hears that a blocker is closed, also by a tick, which takes one statement", async () => {
    const { student, cohort } = await aStudent({ invitedAt: ago(9 * DAY_MS), firstSignedInAt: ago(8 * DAY_MS) });
    await settle(student);
    await anEndpoint(await aManager(cohort.id), receiver.url, { events: ["blocker.closed"] });
    await tickStep(student, "openai-konto");
    await doWebhooks();
    expect(receiver.received.map(bodyOf)).toMatchObject([{ type: "blocker.closed", data: { status: "stalled" } }]);
    await askForHelp(student, { note: "?", stepId: null });
    await withdrawHelpRequest(student);
    await doWebhooks();
    expect(bodyOf(receiver.received[1] ?? { headers: {}, body: "{}" })).toMatchObject({ data: { status: "asked" } });
  });

  test("hears once that a step is proven, also of a student in two cohorts of its owner", async () => {
    const { student, cohort } = await aStudent();
    const other = await cast().aCohort();
    await ownerDatabase().enrolment.create({ data: { cohortId: other.id, userId: student.id, role: "student" } });
    await anEndpoint(await aManager(cohort.id, other.id), receiver.url, { events: ["step.proven"] });
    for (let time = 0; time < 2; time++)
      await asWorker(() =>
        database().$transaction((tx) => proveStep(tx, student.id, "openai-klucz", crypto.randomUUID())),
      );
    await doWebhooks();
    expect(receiver.received.map(bodyOf)).toMatchObject([
      { type: "step.proven", data: { student: { id: student.id }, step: { id: "openai-klucz" } } },
    ]);
  });

  test("hears nothing of other cohorts, of events that it did not ask for, while it pauses, and of what was rolled back", async () => {
    const { student, cohort } = await aStudent();
    const other = await cast().aCohort();
    const owner = await aManager(cohort.id, other.id);
    await anEndpoint(await aManager(), receiver.url);
    await anEndpoint(owner, receiver.url, { events: ["step.proven"] });
    await anEndpoint(owner, receiver.url, { cohortIds: [other.id] });
    const { id } = await anEndpoint(owner, receiver.url);
    await ownerDatabase().webhookEndpoint.update({ where: { id }, data: { pausedAt: new Date() } });
    await askForHelp(student, { note: "?", stepId: null });
    await expect(
      database().$transaction(async (tx) => {
        await proveStep(tx, student.id, "openai-klucz", crypto.randomUUID());
        throw new Error("rolled back");
      }),
    ).rejects.toThrow("rolled back");
    await doWebhooks();
    expect(receiver.received).toEqual([]);
    expect(await ownerDatabase().webhookMessage.count({ where: { userId: student.id } })).toBe(0);
  });

  test("hears nothing any more once its owner does not teach the cohort, is disabled, or the student has left", async () => {
    const cohort = await cast().aCohort();
    const student = asStudent(await cast().aStudent({ cohortId: cohort.id }), cohort.slug);
    const [left, disabled, own] = [await aManager(cohort.id), await aManager(cohort.id), await aManager(cohort.id)];
    for (const owner of [left, disabled, own]) await anEndpoint(owner, receiver.url, { events: ["help.asked"] });
    await askForHelp(student, { note: "?", stepId: null });
    receiver.answer = (_, response) => void response.writeHead(503).end();
    await doWebhooks();
    expect(receiver.received).toHaveLength(3);
    await ownerDatabase().enrolment.deleteMany({ where: { userId: left.id } });
    await ownerDatabase().user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
    await doWebhooks(new Date(Date.now() + 10_000));
    expect(receiver.received).toHaveLength(4);
    await ownerDatabase().enrolment.deleteMany({ where: { userId: student.id } });
    await doWebhooks(new Date(Date.now() + DAY_MS));
    expect(receiver.received).toHaveLength(4);
    expect(await ownerDatabase().webhookDelivery.count({ where: { state: "cancelled" } })).toBe(3);
  });
});
