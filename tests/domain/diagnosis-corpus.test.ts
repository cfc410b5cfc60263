import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { labelled } from "../../scripts/diagnosis/label.ts";
import { type LabelledMessage, labelledMessagesIn } from "../../scripts/diagnosis/lines.ts";

const messagesOf = (file: string) =>
  labelledMessagesIn(readFileSync(join(import.meta.dirname, "../data", file), "utf8"));

const wrongOf = (messages: readonly LabelledMessage[]) =>
  messages
    .map(({ id, cause, text }) => ({ id, wanted: cause, ...labelled(text) }))
    .filter(({ wanted, cause }) => wanted !== cause);

/** Floors, so that a rule which is made wider somewhere is seen to be too wide elsewhere. */
describe.each([
  ["real messages of others", "messages.jsonl", 0.99],
  ["messages of our own", "own-messages.jsonl", 0.98],
] as const)("%s", (_, file, floor) => {
  const { good, bad } = messagesOf(file);
  const wrong = wrongOf(good);

  test("can all be read", () => {
    expect(bad).toEqual([]);
    expect(good.length).toBeGreaterThan(200);
  });

  test("are told apart, but for a few", () => {
    expect(1 - wrong.length / good.length, JSON.stringify(wrong, null, 1)).toBeGreaterThanOrEqual(floor);
  });

  test("are never given a wrong cause with high confidence", () => {
    expect(wrong.filter(({ confidence }) => confidence === "high")).toEqual([]);
  });

  test("are never given a cause where they have none", () => {
    expect(wrong.filter(({ wanted }) => wanted === "none_of_these")).toEqual([]);
  });
});
