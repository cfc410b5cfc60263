import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latestDays, seriesOf } from "#domain/class/day";
import { medianOf } from "#domain/class/median";
import { intervalOf, percentOf, Z_95 } from "#domain/class/share";
import { hardestFirst, type StepTrouble } from "#domain/class/trouble";

describe("a median", () => {
  const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });

  test("has as many below it as above it, whatever their order", () => {
    fc.assert(
      fc.property(numbers, (some) => {
        const median = medianOf(some) ?? Number.NaN;
        expect(some.filter((number) => number < median).length).toBeLessThanOrEqual(some.length / 2);
        expect(some.filter((number) => number > median).length).toBeLessThanOrEqual(some.length / 2);
        expect(medianOf(some.toReversed())).toBe(median);
      }),
    );
  });

  test("is not moved by one that is far away, and there is none of nothing", () => {
    expect(medianOf([1, 2, 3, 4, 9_000_000])).toBe(3);
    expect(medianOf([1, 2])).toBe(1.5);
    expect(medianOf([])).toBeNull();
  });
});

describe("a share", () => {
  const shares = fc.integer({ min: 1, max: 5000 }).chain((of) => fc.record({ of: fc.constant(of), count: fc.nat(of) }));

  test("is no percentage of nobody, and 100 only of all", () => {
    expect(percentOf({ count: 0, of: 0 })).toBeNull();
    expect(percentOf({ count: 199, of: 200 })).toBe(99);
    expect(percentOf({ count: 200, of: 200 })).toBe(100);
  });

  test("lies within its interval, which has room between none and all", () => {
    fc.assert(
      fc.property(shares, (share) => {
        const { low, high } = intervalOf(share, Z_95);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share.count / share.of + 1e-9);
        expect(high).toBeGreaterThanOrEqual(share.count / share.of - 1e-9);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("has the interval that Wilson's formula gives, and a wider one of fewer people", () => {
    const { low, high } = intervalOf({ count: 5, of: 10 }, Z_95);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.2366", "0.7634"]);
    const wide = intervalOf({ count: 1, of: 2 }, Z_95);
    expect(wide.high - wide.low).toBeGreaterThan(high - low);
  });
});

describe("the hardest steps", () => {
  const aTrouble = (stepId: string, count: number, of: number, parts: Partial<StepTrouble> = {}): StepTrouble => ({
    stepId,
    helped: { count, of },
    tries: [],
    unblockedAfterMs: [],
    causes: [],
    ...parts,
  });
  const orderOf = (...troubles: StepTrouble[]) => hardestFirst(troubles).map(({ stepId }) => stepId);

  test("come by the share that is credible: one of one weighs less than twenty of thirty", () => {
    expect(orderOf(aTrouble("rare", 1, 1), aTrouble("often", 20, 30), aTrouble("seldom", 1, 30))).toEqual([
      "often",
      "rare",
      "seldom",
    ]);
  });

  test("leave out where nobody had trouble, and name where people failed and helped themselves", () => {
    const causes = [{ cause: "key_invalid", people: 2 }];
    expect(orderOf(aTrouble("easy", 0, 30), aTrouble("rough", 0, 30, { causes }))).toEqual(["rough"]);
  });

  test("come by tries where help was needed alike, and have no median of nothing", () => {
    const hard = aTrouble("hard", 3, 9, { tries: [1, 4, 4] });
    expect(orderOf(aTrouble("less", 3, 9, { tries: [1, 1, 2] }), hard)).toEqual(["hard", "less"]);
    expect(hardestFirst([hard])).toMatchObject([{ medianTries: 4, medianUnblockMs: null }]);
  });
});

describe("days", () => {
  test("are Warsaw's, each one once, also where the clocks change", () => {
    const days = latestDays(new Date("2026-10-26T23:30:00Z"), 3);
    expect(days).toEqual(["2026-10-25", "2026-10-26", "2026-10-27"]);
    expect(new Set(latestDays(new Date("2026-04-10T12:00:00Z"))).size).toBe(30);
  });

  test("on which nothing happened have a nought, and what happened more comes first", () => {
    const counted = [
      { day: "2026-10-26", kind: "rare", count: 1 },
      { day: null, kind: "rare", count: 1 },
      { day: "2026-10-25", kind: "often", count: 2 },
      { day: "2026-10-27", kind: "often", count: 2 },
      // The same two people on both days.
      { day: null, kind: "often", count: 2 },
    ];
    expect(seriesOf(["2026-10-25", "2026-10-26", "2026-10-27"], counted)).toEqual([
      { kind: "often", counts: [2, 0, 2], total: 2 },
      { kind: "rare", counts: [0, 1, 0], total: 1 },
    ]);
    expect(seriesOf([], [])).toEqual([]);
  });
});
