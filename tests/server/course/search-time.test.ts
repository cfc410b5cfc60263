import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { hitsFor } from "#server/search/ask";
import { materialIn } from "#server/search/material";
import { recentIndex } from "#server/search/recent-index";
import { indexOf } from "#server/search/search-index";
import { aCourse } from "./a-course.ts";

const CONTENT = join(import.meta.dirname, "../../../content");
const HOUR_MS = 3_600_000;
const QUESTIONS = ["klucz", "weryfikcja", "jak kupić środki", "blad 403", "lodówka", "k", "Incorrect API key provided"];

afterEach(() => {
  vi.useRealTimers();
});

/** The processor's time: what it takes, and not what else the machine had to do. */
function millisecondsFor(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

test("a question takes a small part of the time that the index takes", async () => {
  const material = await materialIn(CONTENT, "pl");
  const index = indexOf(material, "pl");
  const askAll = () => QUESTIONS.map((question) => hitsFor(index, question, { providers: ["openai"], cohorts: [] }));
  askAll();
  const builds = millisecondsFor(() => Array.from({ length: 5 }, () => indexOf(material, "pl"))) / 5;
  const questions = millisecondsFor(() => Array.from({ length: 20 }, askAll)) / 20 / QUESTIONS.length;
  expect(questions).toBeLessThan(builds / 5);
});

test("the index is made again when a file has changed, and only then", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const directory = await aCourse();
  const first = await recentIndex(directory, "pl");
  vi.advanceTimersByTime(HOUR_MS);
  expect(await recentIndex(directory, "pl")).toBe(first);
  await utimes(join(directory, "m1/lekcja.md"), new Date(), new Date(0));
  vi.advanceTimersByTime(HOUR_MS);
  expect(await recentIndex(directory, "pl")).not.toBe(first);
});

test("many who ask at once have the index made once", async () => {
  const directory = await aCourse();
  const indexes = await Promise.all(Array.from({ length: 20 }, () => recentIndex(directory, "pl")));
  expect(new Set(indexes).size).toBe(1);
});
