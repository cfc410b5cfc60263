import { describe, expect, test } from "vitest";
import { addPasskey, askForPasskey, offerPasskey, removePasskey } from "#server/passkey/commands";
import { passkeysOf } from "#server/passkey/queries";
import { addressOfSigner } from "#server/passkey/sign-in";
import { newToken } from "#server/sign-in/token";
import type { Person } from "#server/viewer";
import { anAuthenticator, type Signing } from "../../support/authenticator.ts";
import { aStudent } from "../../support/cast.ts";
import { anIp } from "../../support/keys.ts";
import { ownerDatabase, rowsAs } from "../../support/roles.ts";

// A passkey belongs to a name, and the other tests' portal has none.
process.env.APP_ORIGIN = "http://localhost:3000";
const ORIGIN = "http://localhost:3000";
const AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

async function asked(origin: string | null = ORIGIN) {
  const outcome = await askForPasskey(origin, anIp());
  if (!outcome.ok) throw new Error(outcome.refusal);
  return { challenge: outcome.value.options.challenge, browserToken: outcome.value.browserToken };
}

async function offered(person: Person) {
  const outcome = await offerPasskey(person, ORIGIN);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

async function aStudentWithPasskey() {
  const { student, email } = await aStudent();
  const { options, browserToken } = await offered(student);
  const device = anAuthenticator();
  const answer = device.register({ challenge: options.challenge });
  const added = await addPasskey(student, answer, { browserToken, userAgent: AGENT });
  expect(added).toEqual({ ok: true, value: null });
  return { student, email, device };
}

describe("a passkey", () => {
  test("is kept by the name of the browser that made it, and is in the trail", async () => {
    const { student } = await aStudentWithPasskey();
    expect(await passkeysOf(student)).toMatchObject([{ name: "Firefox, Linux", lastUsedAt: null }]);
    const where = { subjectId: student.id, kind: "login.passkey_added" };
    expect(await ownerDatabase().auditEvent.count({ where })).toBe(1);
  });

  test("lets its owner in, and its use is remembered", async () => {
    const { student, email, device } = await aStudentWithPasskey();
    const { challenge, browserToken } = await asked();
    expect(await addressOfSigner(device.sign({ challenge }), browserToken)).toBe(email);
    const [passkey] = await passkeysOf(student);
    expect(passkey?.lastUsedAt).toBeInstanceOf(Date);
  });

  test.each<[string, Partial<Signing>]>([
    ["for another site", { origin: "http://localhost:3001" }],
    ["for another name", { rpID: "example.com" }],
    ["without looking who holds it", { isVerified: false }],
    ["something else than was asked", { challenge: Buffer.from("something else").toString("base64url") }],
    ["with a counter that went back", { counter: 0 }],
    ["as if it were being made", { type: "webauthn.create" }],
  ])("that signs %s lets nobody in", async (_, change) => {
    const { email, device } = await aStudentWithPasskey();
    const first = await asked();
    const signed = device.sign({ challenge: first.challenge, counter: 5 });
    expect(await addressOfSigner(signed, first.browserToken)).toBe(email);
    const { challenge, browserToken } = await asked();
    expect(await addressOfSigner(device.sign({ challenge, counter: 6, ...change }), browserToken)).toBeNull();
  });

  test("signs for one browser, and once", async () => {
    const { email, device } = await aStudentWithPasskey();
    const [own, other] = [await asked(), await asked()];
    const answer = device.sign({ challenge: own.challenge, counter: 5 });
    expect(await addressOfSigner(answer, other.browserToken)).toBeNull();
    expect(await addressOfSigner(answer, newToken())).toBeNull();
    expect(await addressOfSigner(answer, own.browserToken)).toBe(email);
    expect(await addressOfSigner(answer, own.browserToken)).toBeNull();
  });

  test("at twenty places at once lets one in", async () => {
    const { device } = await aStudentWithPasskey();
    const { challenge, browserToken } = await asked();
    const answer = device.sign({ challenge });
    const signers = await Promise.all(Array.from({ length: 20 }, () => addressOfSigner(answer, browserToken)));
    expect(signers.filter((address) => address !== null)).toHaveLength(1);
  });

  test("after ten minutes signs for nothing", async () => {
    const { device } = await aStudentWithPasskey();
    const { challenge, browserToken } = await asked();
    await rowsAs("owner", "UPDATE passkey_challenge SET expires_at = now() WHERE challenge = $1", [challenge]);
    expect(await addressOfSigner(device.sign({ challenge }), browserToken)).toBeNull();
  });

  test("that nobody has lets nobody in, and neither does what is no answer at all", async () => {
    for (const answer of [
      anAuthenticator().sign({ challenge: (await asked()).challenge }),
      null,
      {},
      { id: "x", rawId: "x", type: "public-key", response: {} },
      { id: 1 },
      [],
      "text",
    ])
      expect(await addressOfSigner(answer, (await asked()).browserToken)).toBeNull();
  });

  test("of one person with another's signature lets nobody in", async () => {
    const [one, other] = [await aStudentWithPasskey(), await aStudentWithPasskey()];
    const { challenge, browserToken } = await asked();
    const mixed = { ...one.device.sign({ challenge }), response: other.device.sign({ challenge }).response };
    expect(await addressOfSigner(mixed, browserToken)).toBeNull();
  });

  test("that is removed lets nobody in, and nobody removes another's", async () => {
    const { student, device } = await aStudentWithPasskey();
    const { student: stranger } = await aStudent();
    const [passkey] = await passkeysOf(student);
    await removePasskey(stranger, passkey?.id ?? "");
    expect(await passkeysOf(student)).toHaveLength(1);
    await removePasskey(student, passkey?.id ?? "");
    await removePasskey(student, passkey?.id ?? "");
    const { challenge, browserToken } = await asked();
    expect(await addressOfSigner(device.sign({ challenge }), browserToken)).toBeNull();
    const where = { subjectId: student.id, kind: "login.passkey_removed" };
    expect(await ownerDatabase().auditEvent.count({ where })).toBe(1);
  });
});

describe("adding a passkey", () => {
  test("wants an answer to what was offered to this person", async () => {
    const [{ student: one }, { student: other }] = [await aStudent(), await aStudent()];
    const { options, browserToken } = await offered(one);
    const answer = anAuthenticator().register({ challenge: options.challenge });
    expect(await addPasskey(other, answer, { browserToken, userAgent: AGENT })).toMatchObject({ ok: false });
    expect(await passkeysOf(other)).toEqual([]);
    expect(await addPasskey(one, answer, { browserToken, userAgent: AGENT })).toMatchObject({ ok: true });
  });

  test("does not take what signs somebody in for what makes a passkey", async () => {
    const { student } = await aStudent();
    const { challenge, browserToken } = await asked();
    const answer = anAuthenticator().register({ challenge });
    expect(await addPasskey(student, answer, { browserToken, userAgent: null })).toMatchObject({ ok: false });
  });

  test.each<[string, Partial<Signing>]>([
    ["made for another site", { origin: "https://evil.example" }],
    ["made without looking who is there", { isVerified: false }],
  ])("refuses one %s", async (_, change) => {
    const { student } = await aStudent();
    const { options, browserToken } = await offered(student);
    const answer = anAuthenticator().register({ challenge: options.challenge, ...change });
    expect(await addPasskey(student, answer, { browserToken, userAgent: AGENT })).toMatchObject({ ok: false });
  });

  test("takes the same one once", async () => {
    const { student } = await aStudent();
    const device = anAuthenticator();
    const add = async () => {
      const { options, browserToken } = await offered(student);
      const answer = device.register({ challenge: options.challenge });
      return (await addPasskey(student, answer, { browserToken, userAgent: AGENT })).ok;
    };
    expect([await add(), await add()]).toEqual([true, false]);
  });

  test("ends at ten", async () => {
    const { student } = await aStudentWithPasskey();
    const rows = Array.from({ length: 9 }, (_, at) => ({
      ...{ userId: student.id, credentialId: Buffer.from(`${student.id}${at}`), publicKey: Buffer.from("x") },
      ...{ transports: [], name: "Firefox" },
    }));
    await ownerDatabase().passkey.createMany({ data: rows });
    expect(await offerPasskey(student, ORIGIN)).toEqual({ ok: false, refusal: "full" });
  });
});

test.each([null, "http://127.0.0.1:3000", "https://evil.example", "http://localhost:3001"])(
  "nothing is asked of a passkey on a page at %s",
  async (origin) => {
    expect(await askForPasskey(origin, anIp())).toEqual({ ok: false, refusal: "no_host" });
  },
);
