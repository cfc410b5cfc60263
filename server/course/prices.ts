import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { CheckName } from "#domain/check/check";
import { contentDirectory } from "../environment.ts";
import { isThere, memory, stampOf } from "./memory.ts";
import type { Problem, Read } from "./problem.ts";
import { formed, yamlOf } from "./yaml.ts";

const FILE = "prices.yaml";

const Price = z.object({
  model: z.string().regex(/^[\w.:-]+$/, "must be the name of a model"),
  microUsd: z.int("must be a whole number of millionths of a dollar").nonnegative(),
});
export type Price = z.output<typeof Price>;

const Prices = z.object({
  checked: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "must be a day such as 2026-11-20"),
  source: z.url("must be the address of the price list"),
  zlotyPerUsd: z.number("must be a number").positive(),
  /** The checks that ask a model. */
  checks: z.strictObject({ "openai.credits": Price, "openai.image": Price, "google.answer": Price }),
});
export type Prices = z.output<typeof Prices>;

const remember = memory<Promise<Read<Prices>>>();

/** The one file that names models and what they cost, read again when it changes. */
export async function readPrices(directory = contentDirectory()): Promise<Read<Prices>> {
  const path = join(directory, FILE);
  return remember(path, stampOf([path]), async () => {
    const yaml = yamlOf(FILE, await readFile(path, "utf8").catch(() => ""));
    return yaml.ok ? formed(FILE, yaml.value, Prices) : yaml;
  });
}

export type PricedCheck = keyof Prices["checks"] & CheckName;
export const isPriced = (check: CheckName): check is PricedCheck => check in Prices.shape.checks.shape;

/** What is wrong in the file, if there is one: a course alone needs none. */
export async function priceProblems(directory: string): Promise<readonly Problem[]> {
  if (!isThere(join(directory, FILE))) return [];
  const prices = await readPrices(directory);
  return prices.ok ? [] : prices.problems;
}

/** Thrown where the file is broken: `npm run content` names the line. */
export class PriceError extends Error {}

/** The model that a check asks for, and what that costs the student. */
export async function priceOf(check: PricedCheck): Promise<Price> {
  const prices = await readPrices();
  if (!prices.ok) throw new PriceError(`content/${FILE} cannot be read`);
  return prices.value.checks[check];
}
