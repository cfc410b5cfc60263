import { describe, expect, test } from "vitest";
import { addressFault } from "#domain/webhook/address";
import { isGivenUp, MOST_TRIES, nextTryAt } from "#domain/webhook/schedule";

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
