import { expect, test } from "vitest";
import { checkContent } from "#server/course/check";
import { aCourse, aLesson, aStep } from "./a-course.ts";

const body = "# Lekcja\n\n## A\n\nTak.\n\n## B\n\nTak.\n";
const messagesWith = async (steps: string, front = "") => {
  const page = aLesson({ steps, body }).replace("tags:", `${front}tags:`);
  const problems = await checkContent(await aCourse({ "m1/lekcja.md": page }));
  return problems.filter(({ file }) => file === "m1/lekcja.md").map(({ line, message }) => `${line} ${message}`);
};

test("what has to come first must be there", async () => {
  expect(await messagesWith(aStep("raz", "a", ", after: [nic]"))).toContain("7 there is no step nic to come first");
  expect(await messagesWith(aStep("raz", "a"), "after: [inna]\n")).toContain("2 there is no lesson inna to come first");
});

test("no step has to be done before itself, by however long a way round", async () => {
  const circlesIn = async (steps: string) =>
    (await messagesWith(steps)).filter((message) => message.includes("before itself"));
  expect(await circlesIn(aStep("raz", "a", ", after: [dwa]") + aStep("dwa", "b", ", after: [raz]"))).toEqual([
    "7 raz has to be done before itself",
    "8 dwa has to be done before itself",
  ]);
  expect(await circlesIn(aStep("raz", "a") + aStep("dwa", "b", ", after: [raz]"))).toEqual([]);
});
