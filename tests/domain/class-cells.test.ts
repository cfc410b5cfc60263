import { describe, expect, test } from "vitest";
import { type CellFacts, rowOf } from "#domain/class/cell";
import { classHref, viewIn } from "#domain/class/class-address";
import { isFiltered, matrixWish } from "#domain/class/matrix";
import { aLesson, aModule, aStep, proven, ticked } from "../support/module.ts";

const module = aModule(
  aLesson("one", [aStep("a"), aStep("b", { check: "openai.key" }), aStep("c", { after: ["b"] })]),
  aLesson("two", [aStep("extra", { optional: true })]),
);
const NOTHING: CellFacts = { records: [], waiting: [], helping: [] };
const statesOf = (facts: Partial<CellFacts>) =>
  [...rowOf(module, { ...NOTHING, ...facts }).cells].map(([id, { state }]) => `${id} ${state}`);

describe("a row of the matrix", () => {
  test("has a cell for each required step and none for others", () => {
    expect(statesOf({ records: [ticked("a"), ticked("extra"), ticked("gone")] })).toEqual([
      "a ticked",
      "b todo",
      "c todo",
    ]);
    expect(rowOf(module, { ...NOTHING, records: [ticked("a"), ticked("gone")] })).toMatchObject({ done: 1, asked: 3 });
  });

  test("says waiting before ticked, proven before waiting, and that help is needed before all", () => {
    expect(statesOf({ records: [ticked("b")], waiting: ["openai.key"] })[1]).toBe("b waiting");
    expect(statesOf({ records: [proven("b")], waiting: ["openai.key"] })[1]).toBe("b proven");
    expect(statesOf({ records: [proven("b")], waiting: ["openai.key"], helping: ["b"] })[1]).toBe("b help");
  });

  test("marks what has joined since its person finished, and does not ask it", () => {
    const grown = aModule(aLesson("one", [aStep("a"), aStep("new", { since: "2026-11-25" })]));
    const row = rowOf(grown, { ...NOTHING, records: [ticked("a")] });
    expect(row.cells.get("new")).toEqual({ state: "todo", isNew: true });
    expect(row).toMatchObject({ done: 1, asked: 1 });
  });
});

describe("the address of the class", () => {
  const ID = "0190a3c4-1111-7222-8333-444455556666";

  test("says what is wished, and means the same when it is read", () => {
    const wish = matrixWish({ name: " Żuk ", step: "a", state: "help", order: "activity", dir: "down", after: ID }, [
      "a",
    ]);
    const href = classHref({ cohort: "jesien", view: "steps" }, wish);
    const words = Object.fromEntries(new URL(href, "https://portal.example").searchParams);
    expect(words).toMatchObject({ cohort: "jesien", name: "Żuk", order: "activity" });
    expect(matrixWish(words, ["a"])).toEqual(wish);
    expect(isFiltered(wish)).toBe(true);
  });

  test("wishes nothing that cannot be understood", () => {
    const odd = { name: ["a", "b"], step: "gone", state: "blocked", order: "email", after: "1; DROP", before: "" };
    expect(matrixWish(odd, ["a"])).toEqual({
      name: "",
      step: null,
      state: null,
      order: "name",
      isDown: false,
      after: null,
      before: null,
    });
    expect(viewIn(["days"])).toBe("steps");
    expect(classHref({ cohort: null, view: "steps" }, matrixWish({}, []))).toBe("/desk/class");
  });
});
