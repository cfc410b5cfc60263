import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { transcriptOf } from "#server/course/transcript";
import { aCourse, save } from "./a-course.ts";

const says = (text: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`;
const VIDEO = {
  captions: [
    { locale: "pl", file: "film.pl.vtt" },
    { locale: "en", file: "film.en.srt" },
  ],
} as const;

describe("the transcript of a film", () => {
  test("is that of its captions in the reader's language, of either kind", async () => {
    const directory = await aCourse({
      "m1/film.pl.vtt": says("Cześć"),
      "m1/film.en.srt": "1\n00:00:01,000 --> 00:00:02,000\nHello",
    });
    const pl = { locale: "pl", cues: [{ at: 1, end: 2, text: "Cześć" }] };
    expect(await transcriptOf(directory, "m1", VIDEO, "pl")).toEqual(pl);
    expect(await transcriptOf(directory, "m1", VIDEO, "en")).toMatchObject({ locale: "en", cues: [{ text: "Hello" }] });
  });

  test("is in the other language where that is all there is", async () => {
    const directory = await aCourse({ "m1/film.pl.vtt": says("Cześć") });
    expect((await transcriptOf(directory, "m1", VIDEO, "en"))?.locale).toBe("pl");
  });

  test("is nothing without captions", async () => {
    const directory = await aCourse();
    expect(await transcriptOf(directory, "m1", VIDEO, "pl")).toBeNull();
    expect(await transcriptOf(directory, "m1", { captions: [] }, "pl")).toBeNull();
  });

  test("is another after its file has changed", async () => {
    const directory = await aCourse({ "m1/film.pl.vtt": says("Cześć") });
    await transcriptOf(directory, "m1", VIDEO, "pl");
    await save(directory, "m1/film.pl.vtt", says("Witaj"));
    await utimes(join(directory, "m1/film.pl.vtt"), 1, 1);
    expect((await transcriptOf(directory, "m1", VIDEO, "pl"))?.cues[0]?.text).toBe("Witaj");
  });
});
