import { type CellState, isCellState } from "./cell.ts";

/** How the rows of the matrix are put in order. */
export const ORDERS = ["name", "progress", "activity"] as const;
export type Order = (typeof ORDERS)[number];

/** Which people of the class are shown, and how, as an address says it. */
export type MatrixWish = {
  readonly name: string;
  readonly step: string | null;
  readonly state: CellState | null;
  readonly order: Order;
  readonly isDown: boolean;
  /** The person behind whom, or before whom, the page begins. */
  readonly after: string | null;
  readonly before: string | null;
};

export const LONGEST_NAME = 80;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

type Words = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What cannot be understood is not wished. */
export function matrixWish(words: Words, steps: readonly string[]): MatrixWish {
  const wordOf = (key: string) => {
    const word = words[key];
    return typeof word === "string" ? word.trim() : "";
  };
  const personOf = (key: string) => (UUID.test(wordOf(key)) ? wordOf(key) : null);
  const state = wordOf("state");
  return {
    name: wordOf("name").slice(0, LONGEST_NAME),
    step: steps.find((step) => step === wordOf("step")) ?? null,
    state: isCellState(state) ? state : null,
    order: ORDERS.find((order) => order === wordOf("order")) ?? "name",
    isDown: wordOf("dir") === "down",
    after: personOf("after"),
    before: personOf("before"),
  };
}

/** The same in an address; what goes without saying is left out. */
export function wordsOf(wish: Partial<MatrixWish>): readonly (readonly [string, string])[] {
  const words = [
    ["name", wish.name],
    ["step", wish.step],
    ["state", wish.state],
    ["order", wish.order === "name" ? "" : wish.order],
    ["dir", wish.isDown ? "down" : ""],
    ["after", wish.after],
    ["before", wish.before],
  ] as const;
  return words.flatMap(([key, word]) => (word ? [[key, word] as const] : []));
}

export const isFiltered = ({ name, step, state }: MatrixWish): boolean =>
  name !== "" || step !== null || state !== null;
