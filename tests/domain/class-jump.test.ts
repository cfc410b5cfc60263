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

  test("is raised by chance on less than one day in a thousand, whatever the share and however many people", () => {
    for (const share of [0.05, 0.2, 0.5])
      for (const people of [5, 10, 30, 100])
        for (const earlier of [20, 100, 500]) expect(chanceOfJump(share, people, earlier)).toBeLessThan(0.001);
  });
});

/** The chances of all outcomes that raise one, where people fail now as they did before. */
function chanceOfJump(share: number, people: number, earlier: number): number {
  const [now, then] = [chancesOf(share, people), chancesOf(share, earlier)];
  return now.reduce(
    (sum, chance, failed) =>
      sum +
      chance *
        then.reduce((all, other, count) => all + (isJump(trials([failed, people], [count, earlier])) ? other : 0), 0),
    0,
  );
}

/** How likely it is that none, one, two … of so many fail. */
function chancesOf(share: number, people: number): readonly number[] {
  const chances = [(1 - share) ** people];
  for (let failed = 0; failed < people; failed++)
    chances.push((chances[failed] ?? 0) * ((people - failed) / (failed + 1)) * (share / (1 - share)));
  return chances;
}
