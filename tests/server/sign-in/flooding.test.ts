import { describe, expect, test } from "vitest";
import { requestSignIn } from "#server/sign-in/commands";
import { isKnownBrowser, knownBrowserHeader } from "#server/sign-in/known-browser";
import { aStudent } from "../../support/cast.ts";
import { anIp } from "../../support/keys.ts";
import { requestsOf } from "../../support/letters.ts";
import { rowsAs } from "../../support/roles.ts";

const aStranger = () => ({ ip: anIp(), isKnown: false });
const theOwner = () => ({ ip: anIp(), isKnown: true });

/** How many of the wishes for an address have a mail on its way. */
async function mailsFor(address: string): Promise<number> {
  const ids = (await requestsOf(address)).map(({ id }) => id);
  const jobs = await rowsAs("owner", "SELECT 1 FROM pgboss.job WHERE data->>'requestId' = ANY ($1)", [ids]);
  return jobs.length;
}

async function flood(address: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++)
    expect(await requestSignIn(address, aStranger())).toMatchObject({ ok: true });
}

describe("an address that strangers type over and over", () => {
  test("gets twenty mails and no more, on the roster or not, and every stranger the same answer", async () => {
    for (const address of [(await aStudent()).email, "nobody.at.all@example.com"]) {
      await flood(address, 25);
      expect(await requestsOf(address)).toHaveLength(25);
      expect(await mailsFor(address)).toBe(20);
    }
  });

  test("is still its owner's to sign in with, from a browser of theirs and from where nobody else has typed it", async () => {
    const { email } = await aStudent();
    await flood(email, 10);
    expect(await requestSignIn(email, aStranger())).toMatchObject({ ok: true });
    expect(await mailsFor(email)).toBe(11);
    await flood(email, 14);
    expect(await requestSignIn(email, theOwner())).toMatchObject({ ok: true });
    expect(await mailsFor(email)).toBe(21);
  });

  test("shuts nobody else out who is in the same place, and its owner not at all", async () => {
    const ip = anIp();
    const { email } = await aStudent();
    for (let time = 0; time < 6; time++) await requestSignIn(email, { ip, isKnown: false });
    expect(await requestSignIn((await aStudent()).email, { ip, isKnown: false })).toMatchObject({ ok: true });
    await rowsAs("owner", "UPDATE rate_limit SET points = 60 WHERE key LIKE 'sign-in by ip:%'");
    expect(await requestSignIn(email, { ip, isKnown: true })).toMatchObject({ ok: true });
  });

  test("does not get more than forty mails a day by its owner's browsers either", async () => {
    const { email } = await aStudent();
    for (let time = 0; time < 5; time++) await requestSignIn(email, theOwner());
    expect(await requestSignIn(email, theOwner())).toMatchObject({ refusal: "too_many" });
    await rowsAs("owner", "UPDATE rate_limit SET points = 40 WHERE key LIKE 'sign-in by owner in a day:%'");
    await rowsAs("owner", "DELETE FROM rate_limit WHERE key LIKE 'sign-in by owner:%'");
    expect(await requestSignIn(email, theOwner())).toMatchObject({ refusal: "too_many" });
  });
});

describe("a browser where somebody has signed in", () => {
  const DAY_MS = 24 * 60 * 60_000;
  const now = new Date();
  const jarWith = (header: string) => {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
    return { get: (asked: string) => (asked === name && value !== undefined ? { value } : undefined) };
  };
  const jar = jarWith(knownBrowserHeader("ania@example.com", now));

  test("is known for that address, for half a year and no longer", () => {
    expect(isKnownBrowser(jar, "ania@example.com", now)).toBe(true);
    expect(isKnownBrowser(jar, "ania@example.com", new Date(now.getTime() + 179 * DAY_MS))).toBe(true);
    expect(isKnownBrowser(jar, "ania@example.com", new Date(now.getTime() + 180 * DAY_MS))).toBe(false);
  });

  test("is not known for another address, and neither is one that has no proof or a forged one", () => {
    expect(isKnownBrowser(jar, "ola@example.com", now)).toBe(false);
    const header = knownBrowserHeader("ania@example.com", now);
    const later = header.replace(/=(\d+)\./, (_, since: string) => `=${Number(since) + 1}.`);
    for (const other of ["", header.replace(/\.[\w-]{43}/, `.${"A".repeat(43)}`), later])
      expect(isKnownBrowser(jarWith(other), "ania@example.com", now)).toBe(false);
  });

  test("keeps the proof where no script reads it, and does not name the address", () => {
    const header = knownBrowserHeader("ania@example.com", now);
    expect(header).toMatch(/; HttpOnly; SameSite=Lax/);
    expect(header).not.toContain("ania");
  });
});
