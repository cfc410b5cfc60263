import { describe, expect, test } from "vitest";
import { addressFault } from "#domain/webhook/address";
import { comeBackAt } from "#domain/webhook/retry-after";
import { isGivenUp, MOST_TRIES, nextTry, nextTryAt } from "#domain/webhook/schedule";

const STRICT = { loopback: false };

describe("the address of an endpoint", () => {
  test.each([
    ["hooks.example.com/x", "no_address"],
    ["ftp://hooks.example.com/", "no_address"],
    ["", "no_address"],
    [`https://hooks.example.com/${"x".repeat(1_000)}`, "no_address"],
    ["http://hooks.example.com/", "not_https"],
    ["https://ola:haslo@hooks.example.com/", "with_password"],
    ["https://localhost/", "own_machine"],
    ["https://127.0.0.1:8443/", "own_machine"],
    ["http://0x7f.1/", "own_machine"],
    ["https://[::1]/", "own_machine"],
  ] as const)("%s is refused as %s", (url, fault) => {
    expect(addressFault(url, STRICT)).toBe(fault);
  });

  test("is taken where it is on the internet, and on this machine in a demonstration alone", () => {
    expect(addressFault("https://hooks.example.com/abc?x=1", STRICT)).toBeNull();
    expect(addressFault("http://127.0.0.1:4020/hook", { loopback: true })).toBeNull();
    expect(addressFault("http://hooks.example.com/", { loopback: true })).toBe("not_https");
  });
});

describe("tries", () => {
  const now = new Date("2026-11-28T12:00:00Z");

  test("are ten, and go with the pace of the portal's clocks", () => {
    expect(MOST_TRIES).toBe(10);
    expect(nextTryAt(9, now)).not.toBeNull();
    expect(nextTryAt(10, now)).toBeNull();
    expect(nextTryAt(2, now, 10)?.getTime()).toBe(now.getTime() + 30_000);
  });

  test("end for an endpoint that has taken nothing for three days", () => {
    const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
    expect([isGivenUp(ago(71), now), isGivenUp(ago(72), now)]).toEqual([false, true]);
  });
});

describe("Retry-After", () => {
  const now = new Date("2026-11-28T12:00:00Z");
  const secondsFrom = (header: string | null) => {
    const at = comeBackAt(header, now);
    return at && (at.getTime() - now.getTime()) / 1_000;
  };

  test.each([
    ["120", 120],
    [" 120 ", 120],
    ["0", 0],
    ["Sat, 28 Nov 2026 12:10:00 GMT", 600],
    ["Sat, 28 Nov 2026 11:00:00 GMT", -3_600],
  ])("%j is so many seconds from now", (header, seconds) => {
    expect(secondsFrom(header)).toBe(seconds);
  });

  test.each(["86401", "9".repeat(400), "Wed, 28 Nov 2029 12:00:00 GMT"])("%j is a day at most", (header) => {
    expect(secondsFrom(header)).toBe(86_400);
  });

  test.each([
    ...[null, "", " ", "-5", "+5", "1.5", "1e3", "0x10", "5s", "5, 6", "soon", "Invalid Date", "NaN", "٣"],
    ...["2026-11-28T12:10:00Z", "28 Nov 2026 12:10:00 GMT", "Sat, 28 Nov 2026 12:10:00 +0100"],
    // A day of the week that it is not, a day that there is not, and the form of the last century.
    ...["Fri, 28 Nov 2026 12:10:00 GMT", "Wed, 31 Feb 2027 12:00:00 GMT", "Saturday, 28-Nov-26 12:10:00 GMT"],
  ])("%j is as if nothing had been said", (header) => {
    expect(comeBackAt(header, now)).toBeNull();
  });

  test("puts the next try off, never brings it nearer, and saves none that was the last", () => {
    const waitAfter = (tries: number, header: string | null) => {
      const next = nextTry(tries, now, { pace: 1, asked: comeBackAt(header, now) });
      return next && [(next.at.getTime() - now.getTime()) / 1_000, next.isAsked];
    };
    expect(waitAfter(1, "120")).toEqual([120, true]);
    expect(waitAfter(1, null)).toEqual([5, false]);
    expect(waitAfter(2, "60")).toEqual([300, false]);
    expect(waitAfter(2, "300")).toEqual([300, false]);
    expect(waitAfter(9, "999999")).toEqual([86_400, false]);
    expect(waitAfter(10, "60")).toBeNull();
  });
});
