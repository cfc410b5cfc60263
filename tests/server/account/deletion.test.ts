import { describe, expect, test } from "vitest";
import { countExport, planDeletion } from "#server/account/commands";
import { deleteAccountsThatAreDue } from "#server/account/purge";
import { deletionDueFor, ownDataOf } from "#server/account/queries";
import { GRACE_MS } from "#server/account/withdraw";
import { storedKeyOf } from "#server/credential/queries";
import { adapter } from "#server/sign-in/adapter";
import { newToken } from "#server/sign-in/token";
import type { Person } from "#server/viewer";
import { aStudent, cast } from "../../support/cast.ts";
import { dump } from "../../support/dump.ts";
import { aKey, paste } from "../../support/keys.ts";
import { aPng } from "../../support/pictures.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";
import { report } from "../../support/screens.ts";

const purgeAt = (now: Date) => asWorker(() => deleteAccountsThatAreDue(now));
const later = (ms: number) => new Date(Date.now() + ms);
const isThere = async ({ id }: Person) => (await ownerDatabase().user.count({ where: { id } })) === 1;

async function signIn({ id: userId }: Person): Promise<string> {
  const token = newToken();
  await adapter.createSession?.({ sessionToken: token, userId, expires: new Date() });
  return token;
}

describe("an account that its owner deletes", () => {
  test("loses its keys and its sessions at once, and everything else when seven days are over", async () => {
    const { student, email } = await aStudent({ name: "Zofia Odchodząca" });
    await paste(student, aKey());
    await cast().aTick(student.id, "openai-konto");
    await cast().aHelpRequest(student.id, "Tajna uwaga Zofii");
    await report(student, { text: "Inny ekran u Zofii", file: aPng() });
    const token = await signIn(student);
    await planDeletion(student, new Date());
    expect(await storedKeyOf(student)).toBeNull();
    expect(await ownerDatabase().accessTest.count({ where: { userId: student.id, finishedAt: null } })).toBe(0);
    expect(await adapter.getSessionAndUser?.(token)).toBeNull();
    await purgeAt(later(GRACE_MS - 60_000));
    expect(await isThere(student)).toBe(true);
    await purgeAt(later(GRACE_MS + 60_000));
    expect(await isThere(student)).toBe(false);
    const left = await dump();
    for (const trace of [email, "Zofia Odchodząca", "Tajna uwaga Zofii", "Inny ekran u Zofii"])
      expect(left).not.toContain(trace);
  });

  test("is kept by whoever signs in before, and its keys are not", async () => {
    const { student } = await aStudent();
    await paste(student, aKey());
    await planDeletion(student, new Date());
    await signIn(student);
    expect(await deletionDueFor(student)).toBeNull();
    await purgeAt(later(2 * GRACE_MS));
    expect([await isThere(student), await storedKeyOf(student)]).toEqual([true, null]);
    const kinds = (await ownerDatabase().auditEvent.findMany({ where: { subjectId: student.id } })).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(expect.arrayContaining(["account.deletion_planned", "account.kept", "credential.deleted"]));
  });

  test("twice does not begin anew, and takes nobody else along", async () => {
    const [{ student }, { student: other }] = [await aStudent(), await aStudent()];
    await planDeletion(student, new Date());
    const due = await deletionDueFor(student);
    await planDeletion(student, later(60_000));
    expect(await deletionDueFor(student)).toEqual(due);
    await purgeAt(later(GRACE_MS + 120_000));
    expect([await isThere(student), await isThere(other)]).toEqual([false, true]);
  });
});

describe("a person's own data", () => {
  test("hold what they did and wrote, and no secret, no hash and nobody else", async () => {
    const [{ student, email }, { email: foreign }] = [await aStudent(), await aStudent()];
    const key = aKey();
    await paste(student, key);
    await cast().aHelpRequest(student.id, "Nie działa mi test");
    await report(student, { text: "Inny ekran" });
    const token = await signIn(student);
    const text = JSON.stringify(await ownDataOf(student));
    for (const part of [email, "Nie działa mi test", "Inny ekran", "credential.saved", '"provider":"openai"'])
      expect(text).toContain(part);
    for (let at = 0; at + 8 <= key.length; at++) expect(text).not.toContain(key.slice(at, at + 8));
    for (const part of [token, foreign, "fingerprint", "sealed", "Hash", student.id]) expect(text).not.toContain(part);
  });

  test("are downloaded five times an hour, each written into the trail", async () => {
    const { student } = await aStudent();
    for (let at = 0; at < 5; at++) expect((await countExport(student)).allowed).toBe(true);
    expect(await countExport(student)).toMatchObject({ allowed: false, retryAfterSeconds: expect.any(Number) });
    expect(await ownerDatabase().auditEvent.count({ where: { subjectId: student.id, kind: "export.own_data" } })).toBe(
      5,
    );
  });
});
