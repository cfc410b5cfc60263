import { describe, expect, test } from "vitest";
import { LONGEST_PASTE } from "#domain/paste/fitted";
import { askForHelp, withdrawHelpRequest } from "#server/help/commands";
import { openRequestOf } from "#server/help/queries";
import { aStudent } from "../support/cast.ts";
import { dump } from "../support/dump.ts";
import { openBlockersOf, tested } from "../support/help.ts";
import { aKey } from "../support/keys.ts";
import { tracesIn } from "../support/leftovers.ts";
import { ownerDatabase } from "../support/roles.ts";

const REFUSED = "Your organization must be verified to use the model `gpt-image-1`.";
const about = (pasted: string) => ({ pasted, cause: "org_unverified" }) as const;

describe("asking for help with a pasted message", () => {
  test("keeps the message, its cause, its step and the note", async () => {
    const { student } = await aStudent();
    await askForHelp(student, { note: "Nie działa", stepId: "weryfikacja-start", message: about(REFUSED) });
    expect(await openRequestOf(student)).toMatchObject({
      ...{ note: "Nie działa", stepId: "weryfikacja-start", pasted: REFUSED, cause: "org_unverified" },
    });
    expect(await openBlockersOf(student)).toMatchObject([
      { status: "asked", stepId: "weryfikacja-start", cause: "org_unverified" },
    ]);
  });

  test("is about the cause of the message, with the tries of that cause alone", async () => {
    const { student } = await aStudent();
    await tested(student, [20, "key_invalid"], [10, "key_invalid"]);
    await askForHelp(student, { note: "?", stepId: null, message: about(REFUSED) });
    expect(await openBlockersOf(student)).toMatchObject([{ cause: "org_unverified", tries: 0 }]);
    await askForHelp(student, { note: "?", stepId: null, message: { pasted: "401", cause: "key_invalid" } });
    expect(await openBlockersOf(student)).toMatchObject([{ cause: "key_invalid", tries: 2 }]);
  });

  test("keeps it without the secrets that are still in it", async () => {
    const { student } = await aStudent();
    const key = aKey();
    await askForHelp(student, { note: "?", stepId: null, message: about(`${REFUSED}\nBearer ${key}`) });
    expect((await openRequestOf(student))?.pasted).toBe(`${REFUSED}\nBearer [secret]`);
    const rows = await dump();
    expect(tracesIn(rows, key)).toEqual([]);
  });

  test("again puts the new message in the place of the old one, in the one request", async () => {
    const { student } = await aStudent();
    await askForHelp(student, { note: "?", stepId: null, message: about(REFUSED) });
    await askForHelp(student, { note: "?", stepId: null, message: { pasted: "coś innego", cause: null } });
    expect(await ownerDatabase().helpRequest.findMany({ where: { userId: student.id } })).toMatchObject([
      { pasted: "coś innego", cause: null },
    ]);
  });

  test("and then changing the note leaves the message where it is", async () => {
    const { student } = await aStudent();
    await askForHelp(student, { note: "?", stepId: null, message: about(REFUSED) });
    await askForHelp(student, { note: "Dopisuję", stepId: null });
    expect(await openRequestOf(student)).toMatchObject({ note: "Dopisuję", pasted: REFUSED, cause: "org_unverified" });
  });

  test("five times at once is one request with one of the messages", async () => {
    const { student } = await aStudent();
    const asked = Array.from({ length: 5 }, (_, at) =>
      askForHelp(student, { note: "?", stepId: null, message: about(`${REFUSED} ${at}`) }),
    );
    await Promise.all(asked);
    const requests = await ownerDatabase().helpRequest.findMany({ where: { userId: student.id } });
    expect(requests).toMatchObject([{ pasted: expect.stringMatching(/ \d$/) }]);
  });

  test("begins without a message once the request was taken back", async () => {
    const { student } = await aStudent();
    await askForHelp(student, { note: "?", stepId: null, message: about(REFUSED) });
    await withdrawHelpRequest(student);
    await askForHelp(student, { note: "Inna sprawa", stepId: null });
    expect(await openRequestOf(student)).toMatchObject({ note: "Inna sprawa", pasted: null, cause: null });
  });

  test("keeps as much of a long message as was read", async () => {
    const { student } = await aStudent();
    await askForHelp(student, { note: "?", stepId: null, message: about(`${REFUSED}${" x".repeat(LONGEST_PASTE)}`) });
    expect((await openRequestOf(student))?.pasted).toHaveLength(LONGEST_PASTE);
  });

  test("shows no cause that the catalogue no longer has", async () => {
    const { student } = await aStudent();
    await askForHelp(student, { note: "?", stepId: null, message: about(REFUSED) });
    await ownerDatabase().helpRequest.updateMany({ where: { userId: student.id }, data: { cause: "dawno_temu" } });
    expect(await openRequestOf(student)).toMatchObject({ pasted: REFUSED, cause: null });
  });
});
