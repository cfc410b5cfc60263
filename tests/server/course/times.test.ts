import { expect, test } from "vitest";
import { treeOf } from "#server/course/markdown/markdown";
import { linkTimes } from "#server/course/markdown/times";
import { htmlOf } from "./a-course.ts";

function linked(markdown: string, film = { seconds: 490, page: "" }): string {
  const tree = treeOf(markdown);
  linkTimes(tree, film);
  return htmlOf(tree);
}

test.each([
  ["od czasu 3:23.", 203],
  ["(0:00)", 0],
  ["8:09, i dalej", 489],
  ["**7:05**", 425],
])("a time in '%s' plays the film from there", (text, at) => {
  expect(linked(text)).toContain(`<a href="?t=${at}#film" class="time" data-at="${at}">`);
});

test("hours are times of a film that is long enough", () => {
  expect(linked("w 1:02:03", { seconds: 4000, page: "" })).toContain('data-at="3723"');
});

test.each([
  "12.09.2026",
  "o 14:05",
  "8:10",
  "3:2",
  "3:60",
  "13:23:5",
  "3:23:99",
  "1.3:23",
  "4,3:23",
  "16:9",
  "x3:23",
  "3:234",
  "3:23.5",
])("'%s' is no time of a film of 8:10", (text) => {
  expect(linked(text)).not.toContain("<a");
});

test.each(["`3:23`", "    3:23", "## 3:23", "[3:23](https://example.com)"])(
  "a time in '%s' stays as it is",
  (markdown) => {
    expect(linked(markdown)).not.toContain("data-at");
  },
);

test("a time on a page without the film leads to the page that has it", () => {
  expect(linked("3:23", { seconds: 490, page: "/lessons/m1/lekcja" })).toContain(
    '<a href="/lessons/m1/lekcja?t=203#film" class="time">',
  );
});
