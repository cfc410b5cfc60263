import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import markdownIt from "markdown-it";
import { beforeAll, describe, expect, test } from "vitest";
import { pageOf } from "#server/course/page";
import { htmlOf } from "../a-course.ts";

const LENGTH = 100_000;
const MODULE = join(import.meta.dirname, "../../../../content/modul-1");
const LESSONS = readdirSync(MODULE)
  .filter((name) => name.endsWith(".md"))
  .map((name) => readFileSync(join(MODULE, name), "utf8").replace(/^---[\s\S]*?\n---\n/, ""))
  .join("\n");

const filledWith = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
const SETTING = {
  directory: "/nowhere",
  folder: "m1",
  locale: "pl",
  steps: [],
  film: { seconds: 490, page: "" },
} as const;
const render = (markdown: string) => pageOf(markdown, SETTING);

/**
 * The processor's time and the best of some tries: what the work needs, and not what else the machine had to do.
 * There are no more tries once one of them was quick `enough`.
 */
async function millisecondsFor(work: () => unknown, enough = 0): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 4 && best > enough; tries++) {
    const start = process.threadCpuUsage();
    await work();
    const { user, system } = process.threadCpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

describe("a page of 100 kB", () => {
  /** As a ratio to the bare parser over the same text, which does not sanitize, link, colour or cut. */
  const MOST = 12;
  /** As a ratio to lessons of that length. What grows with the square of the length is a hundred times as slow. */
  const SLOWEST = 25;

  const lessons = filledWith(LESSONS);
  const times = { bare: 0, lessons: 0 };
  beforeAll(async () => {
    times.bare = await millisecondsFor(() => markdownIt({ html: true }).render(lessons));
    times.lessons = await millisecondsFor(() => render(lessons));
  });

  test("takes a small multiple of the bare parser's time", () => {
    expect(times.lessons / times.bare).toBeLessThan(MOST);
  });

  test.each([
    "> ",
    "- a\n",
    "1. a\n\n    b\n\n",
    "<div>\n\n",
    "<div markdown>\n\n",
    "# a\n",
    "a\n=\n",
    "*a ",
    "[",
    "`a",
    "{: .a ",
    "*a*{: .b ",
    "++a",
    ":a",
    "==a",
    "<!-- ",
    "!!! note\n    a\n",
    '=== "a"\n    b\n',
    "/// note\n",
    "a\n:   b\n",
    "```\n",
    "|a|b|\n|-|-|\n",
    "3:23 ",
  ])("of nothing but '%s' takes about as long as lessons do", async (piece) => {
    const most = times.lessons * SLOWEST;
    expect(await millisecondsFor(() => render(filledWith(piece)), most / 2)).toBeLessThan(most);
  });
});

test("whatever is written, the page is drawn and holds nothing that runs", async () => {
  const pieces =
    '!!! note|??? tip|=== "a"|    |\n|\n\n|- |1. |> |# |```|<div>|</div>|<div markdown>|<p onclick=a>|<script>|{: .a #b }|:   |/// tab | a|///|[a](b.md)|![](c.png)|[^1]|[^1]: x|*[A]: b|A|==|^^|~|++a++|:smile:|3:23|\u0000|\u{1f600}|ą';
  const text = fc.array(fc.constantFrom(...pieces.split("|")), { maxLength: 60 }).map((words) => words.join(""));
  await fc.assert(
    fc.asyncProperty(text, async (markdown) => {
      const html = htmlOf((await render(markdown)).whole);
      expect(html).not.toMatch(/<script|<[^>]+ on\w+=|javascript:/i);
    }),
    { numRuns: 400 },
  );
});
