import "server-only";
import { visit } from "unist-util-visit";
import type { Problem } from "../problem.ts";
import type { ToolFile } from "../tool-page.ts";
import type { Written } from "./written.ts";

/** A tool's page is looked at beside the tool: two to four steps, and a drawing of the place. */
export const toolProblems = ({ tools }: Written): Problem[] =>
  tools.flatMap((tool) => [
    ...(isFew(stepsIn(tool)) ? [] : [problem(tool, "there is no list of two to four steps", "write one")]),
    ...(tool.page.pictures.length > 0 ? [] : [problem(tool, "there is no drawing", "put one into tools/assets/")]),
    ...(tool.page.sections.length === 0 ? [] : [problem(tool, "a page of a tool has no headings", "take them out")]),
  ]);

const problem = ({ file }: ToolFile, message: string, fix: string): Problem => ({ file, line: 1, message, fix });

const isFew = (steps: number): boolean => steps >= 2 && steps <= 4;

function stepsIn({ page }: ToolFile): number {
  let steps = 0;
  visit(page.intro, "element", (element) => {
    if (element.tagName === "ol") steps += element.children.filter((child) => child.type === "element").length;
  });
  return steps;
}
