import { describe, expect, test } from "vitest";
import { planDeletion } from "#server/account/commands";
import { ownDataOf } from "#server/account/queries";
import { askForHelp } from "#server/help/commands";
import { scrubbed } from "#server/log/scrub";
import { keepRetention } from "#server/retention/keep";
import { newSigningSecret } from "#server/webhook/signature";
import { connected } from "../../../scripts/database/connection.ts";
import { batches, openRow } from "../../../scripts/vault/rows.ts";
import { aToken } from "../../support/api.ts";
import { aStudent } from "../../support/cast.ts";
import { addressOf, asWorker, ownerDatabase, rowsAs } from "../../support/roles.ts";
import { aQuestion, aReceiver, deliveriesOf, doWebhooks, keyring } from "../../support/webhooks.ts";

const receiver = aReceiver();

describe("a signing secret", () => {
  test("is among the sealed rows that a rotation of the vault key opens and seals anew", async () => {
    const { endpoint } = await aQuestion(receiver);
    const [{ id } = { id: "" }] = await ownerDatabase().webhookSecret.findMany({ where: { endpointId: endpoint.id } });
    const opened = await connected(addressOf("owner"), async (client) => {
      for await (const rows of batches(client, 100))
        for (const row of rows) if (row.credentialId === id) return openRow(row, await keyring());
      return null;
    });
    expect(opened?.use((text) => text.length)).toBe(endpoint.secret.length);
    expect(opened?.use((text) => text === endpoint.secret)).toBe(true);
    opened?.wipe();
  });

  test("is in no table as it is, and is taken out of whatever is logged", async () => {
    const { instructor, endpoint } = await aQuestion(receiver);
    await doWebhooks();
    const rows = await rowsAs("owner", "SELECT e::text AS e, d::text AS d FROM webhook_endpoint e, webhook_delivery d");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify([rows, await ownDataOf(instructor)])).not.toContain(endpoint.secret.slice(10, 30));
    for (let time = 0; time < 50; time++) expect(scrubbed(newSigningSecret())).toBe("[secret]");
  });
});

describe("what belongs to somebody", () => {
  test("is in their own data: events of a student, connections of an instructor", async () => {
    const { student, instructor } = await aQuestion(receiver);
    await aToken(instructor);
    expect((await ownDataOf(student)).person.webhookMessages).toMatchObject([{ kind: "help.asked" }]);
    expect((await ownDataOf(instructor)).person).toMatchObject({
      webhookEndpoints: [{ url: receiver.url }],
      apiTokens: [{ name: "Próba" }],
    });
  });

  test("goes with them: a student's events with what was sent of them, an instructor's connections at once", async () => {
    const { student, instructor, endpoint } = await aQuestion(receiver);
    await aToken(instructor);
    await doWebhooks();
    expect(await deliveriesOf(endpoint.id)).toHaveLength(1);
    await ownerDatabase().user.delete({ where: { id: student.id } });
    expect(await deliveriesOf(endpoint.id)).toEqual([]);
    await planDeletion(instructor, new Date());
    const mine = { where: { ownerId: instructor.id } };
    expect(await ownerDatabase().webhookEndpoint.count(mine)).toBe(0);
    expect(await ownerDatabase().apiToken.count(mine)).toBe(0);
  });

  test("is kept for thirty days", async () => {
    const { student } = await aQuestion(receiver);
    const { student: other } = await aQuestion(receiver);
    await rowsAs("owner", "UPDATE webhook_message SET at = now() - interval '31 days' WHERE user_id = $1", [
      student.id,
    ]);
    await asWorker(() => keepRetention(new Date()));
    const left = ({ id: userId }: typeof student) => ownerDatabase().webhookMessage.count({ where: { userId } });
    expect([await left(student), await left(other)]).toEqual([0, 1]);
  });
});

test("a student in nobody's care costs no row", async () => {
  const { student } = await aStudent();
  await askForHelp(student, { note: "?", stepId: null });
  expect(await ownerDatabase().webhookMessage.count({ where: { userId: student.id } })).toBe(0);
});
