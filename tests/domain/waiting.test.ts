import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heldUntil } from "#domain/waiting/quiet-hours";
import { endOf, lookAfterEnd, looksAhead, looksOf } from "#domain/waiting/wait";

const noon = new Date("2026-11-21T12:00:00Z");
const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

describe("a wait", () => {
  test("is looked at after 5, 15 and 30 minutes, and ends with the last look", () => {
    expect(looksOf(noon)).toEqual([at(5), at(15), at(30)]);
    expect(endOf(looksOf(noon))).toEqual(at(30));
  });

  test("knows which looks are still ahead from when it began alone, so that a restart changes nothing", () => {
    expect(looksAhead(looksOf(noon), at(4.9))).toEqual([at(5), at(15), at(30)]);
    expect(looksAhead(looksOf(noon), at(5))).toEqual([at(15), at(30)]);
    expect(looksAhead(looksOf(noon), at(31))).toEqual([]);
  });

  test("that got no answer at its end is looked at every five minutes, for six hours", () => {
    expect(lookAfterEnd(at(30), at(30))).toEqual(at(35));
    expect(lookAfterEnd(at(30), at(30 + 355))).toEqual(at(30 + 360));
    expect(lookAfterEnd(at(30), at(30 + 356))).toBeNull();
  });

  test("goes by faster where time does", () => {
    expect(endOf(looksOf(noon, 60))).toEqual(at(0.5));
  });
});

describe("quiet hours", () => {
  test("hold a letter from 21 to 8 as the clocks in Warsaw say, and not by day", () => {
    expect(heldUntil(new Date("2026-11-21T19:59:59Z"))).toBeNull();
    expect(heldUntil(new Date("2026-11-21T20:00:00Z"))).toEqual(new Date("2026-11-22T07:00:00Z"));
    expect(heldUntil(new Date("2026-11-22T06:59:59Z"))).toEqual(new Date("2026-11-22T07:00:00Z"));
    expect(heldUntil(new Date("2026-11-22T07:00:00Z"))).toBeNull();
    expect(heldUntil(new Date("2026-07-01T19:30:00Z"))).toEqual(new Date("2026-07-02T06:00:00Z"));
  });

  test("end at eight in the nights in which the clocks change too", () => {
    expect(heldUntil(new Date("2026-10-24T20:00:00Z"))).toEqual(new Date("2026-10-25T07:00:00Z"));
    expect(heldUntil(new Date("2027-03-27T22:00:00Z"))).toEqual(new Date("2027-03-28T06:00:00Z"));
  });

  test("never hold a letter for longer than the night, and never until a time that is quiet itself", () => {
    const instants = fc.date({ min: new Date("2026-01-01"), max: new Date("2036-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (now) => {
        const until = heldUntil(now);
        if (!until) return;
        expect(+until - +now).toBeGreaterThan(0);
        expect(+until - +now).toBeLessThanOrEqual(12 * 3_600_000);
        expect(heldUntil(until)).toBeNull();
      }),
    );
  });
});
