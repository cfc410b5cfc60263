import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { priceProblems, readPrices } from "#server/course/prices";

const OURS = join(import.meta.dirname, "../../../content/prices.yaml");
let folder = "";
const file = () => join(folder, "prices.yaml");

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "prices-"));
  await cp(OURS, file());
});
afterEach(() => rm(folder, { recursive: true }));

describe("the price list", () => {
  test("is sound, and a folder without one is no fault", async () => {
    expect(await priceProblems(folder)).toEqual([]);
    await rm(file());
    expect(await priceProblems(folder)).toEqual([]);
  });

  test("is read again when it changes", async () => {
    const before = await readPrices(folder);
    await writeFile(file(), (await readFile(file(), "utf8")).replace("gpt-5-nano", "another-model"));
    const after = await readPrices(folder);
    expect(before.ok && before.value.checks["openai.credits"].model).toBe("gpt-5-nano");
    expect(after.ok && after.value.checks["openai.credits"].model).toBe("another-model");
  });

  test.each([
    ["a check without a price", /^ {2}openai\.image:.*$/m, ""],
    ["a check that nobody knows", "openai.credits:", "openai.kredyty:"],
    ["a price that is no number", "microUsd: 10 ", "microUsd: tanio "],
    ["no day", /^checked:.*$/m, ""],
  ])("with %s is told with its file", async (_, wrong, by) => {
    await writeFile(file(), (await readFile(file(), "utf8")).replace(wrong, by));
    expect((await priceProblems(folder))[0]).toMatchObject({ file: "prices.yaml" });
  });
});
