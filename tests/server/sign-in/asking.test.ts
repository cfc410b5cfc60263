import { describe, expect, test } from "vitest";
import { requestSignIn } from "#server/sign-in/commands";
import { consumeLink } from "#server/sign-in/redemption";
import { aStudent, cast } from "../../support/cast.ts";
import { dump } from "../../support/dump.ts";
import { anIp } from "../../support/keys.ts";
import { ask, deliver, letterFor, requestsOf } from "../../support/letters.ts";
import { aMailbox, UNREACHABLE } from "../../support/mailbox.ts";
import { ownerDatabase, rowsAs } from "../../support/roles.ts";

const mailbox = aMailbox();

const aStranger = () => ({ ip: anIp(), isKnown: false });

describe("asking for a sign-in mail", () => {
  test("leaves the same trace for an address on the roster and for any other, and only the first gets mail", async () => {
    const { email } = await aStudent();
    const stranger = `stranger-${email}`;
    const tokens = [await ask(email), await ask(stranger)];
    expect(tokens.map((token) => token.length)).toEqual([43, 43]);
    const jobsOf = async (address: string) => {
      const [request] = await requestsOf(address);
      const jobs = await rowsAs("owner", "SELECT name, retry_limit FROM pgboss.job WHERE data->>'requestId' = $1", [
        request?.id,
      ]);
      return {
        jobs,
        columns: Object.keys(request ?? {}),
        linkHash: request?.linkHash,
        wrongCodes: request?.wrongCodes,
      };
    };
    expect(await jobsOf(email)).toEqual(await jobsOf(stranger));
    await deliver(email);
    await deliver(stranger);
    expect(mailbox.letterTo(email)).toBeDefined();
    expect(mailbox.letters.some((letter) => letter.includes(stranger))).toBe(false);
  });

  test.each([
    [
      "disabled",
      async (id: string) => ownerDatabase().user.update({ where: { id }, data: { disabledAt: new Date() } }),
    ],
    ["in no cohort any more", async (id: string) => ownerDatabase().enrolment.deleteMany({ where: { userId: id } })],
  ])("sends nothing to a person who is %s", async (_, change) => {
    const { student, email } = await aStudent();
    await change(student.id);
    await ask(email);
    await deliver(email);
    expect(mailbox.letterTo(email)).toBeUndefined();
  });

  test("keeps link and code as hashes alone", async () => {
    const { email } = await aStudent();
    const { link, code, browserToken } = await letterFor(email, mailbox);
    const text = await dump();
    for (const token of [link, code, code.replace(" ", ""), browserToken]) {
      expect(token).not.toBe("");
      expect(text).not.toContain(token);
    }
  });

  test("puts the token behind the #, which browsers send to no server, and writes in the person's language", async () => {
    const { id } = await cast().aCohort();
    const { email } = await cast().aStudent({ cohortId: id, locale: "en" });
    const { letter } = await letterFor(email, mailbox);
    expect(letter).not.toMatch(/\?t=|confirm\/[\w-]{43}/);
    expect(letter).toMatch(/sign in/i);
    expect((await letterFor((await aStudent()).email, mailbox)).letter).not.toMatch(/sign in/i);
  });

  test("is refused the sixth time in a quarter of an hour for one address from one place, on the roster or not", async () => {
    for (const address of [(await aStudent()).email, "nobody@example.com"]) {
      const stranger = aStranger();
      for (let time = 1; time <= 5; time++) expect((await requestSignIn(address, stranger)).ok).toBe(true);
      expect(await requestSignIn(address, stranger)).toMatchObject({
        ok: false,
        refusal: "too_many",
        retryAfterSeconds: expect.any(Number),
      });
      expect(await requestsOf(address)).toHaveLength(5);
    }
  });

  test("is refused after sixty times from one place", async () => {
    const stranger = aStranger();
    await requestSignIn("somebody@example.com", stranger);
    await rowsAs("owner", "UPDATE rate_limit SET points = 60 WHERE key LIKE 'sign-in by ip:%'");
    expect(await requestSignIn("somebody.else@example.com", stranger)).toMatchObject({
      ok: false,
      refusal: "too_many",
      retryAfterSeconds: expect.any(Number),
    });
  });

  test("leaves no request without its job", async () => {
    await rowsAs("owner", "REVOKE INSERT ON pgboss.job, pgboss.job_common FROM rozruch_web");
    await expect(requestSignIn("lost@example.com", aStranger())).rejects.toThrow();
    await rowsAs("owner", "GRANT INSERT ON pgboss.job, pgboss.job_common TO rozruch_web");
    expect(await requestsOf("lost@example.com")).toEqual([]);
  });

  test("mail that the server does not take fails its job, so that it is tried again, and nobody is told that it was sent", async () => {
    const { id: cohortId } = await cast().aCohort();
    const { id, email } = await cast().aStudent({
      cohortId,
      email: `${UNREACHABLE}-${crypto.randomUUID()}@example.com`,
    });
    await ask(email);
    await expect(deliver(email)).rejects.toThrow();
    expect(await ownerDatabase().auditEvent.count({ where: { subjectId: id, kind: "login.requested" } })).toBe(0);
    expect(await requestsOf(email)).toHaveLength(1);
  });

  test("mail that is sent again brings a new link, and the one before is worth nothing", async () => {
    const { email } = await aStudent();
    const first = await letterFor(email, mailbox);
    await deliver(email);
    expect(await consumeLink(first.link, first.browserToken)).toEqual({ ok: false, refusal: "expired" });
  });
});
