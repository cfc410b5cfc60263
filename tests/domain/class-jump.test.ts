import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isJump, LEAST_BEFORE, LEAST_FAILED, type Trials } from "#domain/class/jump";

const trials = (recent: readonly [number, number], before: readonly [number, number]): Trials => ({
  recent: { count: recent[0], of: recent[1] },
  before: { count: before[0], of: before[1] },
});
const share = (least: number) =>
  fc.integer({ min: least, max: 400 }).chain((of) => fc.record({ of: fc.constant(of), count: fc.nat(of) }));

describe("a jump in failures", () => {
  test("is there when nearly everybody fails where few did", () => {
    expect(isJump(trials([9, 10], [6, 60]))).toBe(true);
    expect(isJump(trials([5, 5], [1, 40]))).toBe(true);
  });

  test("is not there where about as many fail as before", () => {
    expect(isJump(trials([5, 10], [24, 60]))).toBe(false);
    expect(isJump(trials([3, 20], [6, 60]))).toBe(false);
  });

  test("takes more than three or four people, all of whom fail", () => {
    for (const few of [1, 2, 3, LEAST_FAILED - 1]) expect(isJump(trials([few, few], [0, 1000]))).toBe(false);
  });

  test("cannot be told where hardly anybody came through before", () => {
    expect(isJump(trials([30, 30], [0, LEAST_BEFORE - 1]))).toBe(false);
    expect(isJump(trials([0, 0], [0, 0]))).toBe(false);
  });

  test("is never one where the share has not grown", () => {
    fc.assert(
      fc.property(share(1), share(1), (recent, before) => {
        fc.pre(recent.count / recent.of <= before.count / before.of);
        expect(isJump({ recent, before })).toBe(false);
      }),
    );
  });

  test("stays one when more of the same people fail", () => {
    fc.assert(
      fc.property(share(1), share(1), (recent, before) => {
        fc.pre(recent.count < recent.of && isJump({ recent, before }));
        expect(isJump({ recent: { ...recent, count: recent.count + 1 }, before })).toBe(true);
      }),
    );
  });

  test("is raised by chance less than once in a thousand days", () => {
    // Every outcome of thirty people who fail as before, one in five, and its probability.
    const [people, p] = [30, 0.2];
    let [raised, probability] = [0, (1 - p) ** people];
    for (let failed = 0; failed <= people; failed++) {
      if (isJump(trials([failed, people], [40, 200]))) raised += probability;
      probability *= ((people - failed) / (failed + 1)) * (p / (1 - p));
    }
    expect(raised).toBeLessThan(0.001);
  });
});
