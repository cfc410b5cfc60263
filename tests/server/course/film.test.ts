import { expect, test } from "vitest";
import { chapterAt, chapterTrack } from "../../../components/video/chapters.ts";
import { secondIn } from "../../../components/video/jumps.ts";

const CHAPTERS = [
  { at: 0, title: "Na początek" },
  { at: 203, title: "Nazwa organizacji" },
];

test("the chapter that plays is the last that has begun", () => {
  expect([0, 202, 203, 489].map((second) => chapterAt(CHAPTERS, second)?.at)).toEqual([0, 0, 203, 203]);
  expect(chapterAt([], 5)).toBeUndefined();
});

test("chapters are a WebVTT track in which each lasts until the next", () => {
  expect(decodeURIComponent(chapterTrack(CHAPTERS, 490).split(",")[1] ?? "")).toBe(
    "WEBVTT\n\n00:00:00.000 --> 00:03:23.000\nNa początek\n\n00:03:23.000 --> 00:08:10.000\nNazwa organizacji",
  );
});

test.each([
  ["?t=203", "#film", 203],
  ["", "#t=203", 203],
  ["?t=0", "", 0],
  ["?t=3m23s", "#film", 203],
  ["?t=3:23", "", 203],
  ["", "#t=3:23", 203],
  ["", "#t=1h2m3s", 3723],
  ["?t=10", "#t=20", 10],
  ["?t=soon", "", null],
  ["", "#film", null],
])("an address with '%s' and '%s' asks for second %s", (search, hash, second) => {
  expect(secondIn({ search, hash })).toBe(second);
});
