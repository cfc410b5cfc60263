import { describe, expect, test } from "vitest";
import { transcriptOf } from "#server/course/transcript";
import { aCourse, save } from "./a-course.ts";

const said = (text: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`;
const POLISH = { locale: "pl", file: "film.pl.vtt" } as const;
const ENGLISH = { locale: "en", file: "film.en.vtt" } as const;
const FILES = { "m1/film.pl.vtt": said("Klucz"), "m1/film.en.vtt": said("Key") };
const BOTH = { captions: [POLISH, ENGLISH] };

describe("the transcript of a film", () => {
  test("is in the reader's language", async () => {
    const directory = await aCourse(FILES);
    expect(await transcriptOf(directory, "m1", BOTH, "en")).toMatchObject({ locale: "en", cues: [{ text: "Key" }] });
    expect(await transcriptOf(directory, "m1", BOTH, "pl")).toMatchObject({ locale: "pl", cues: [{ text: "Klucz" }] });
  });

  test("is in the other language while there is none in the reader's, or none that can be read", async () => {
    const directory = await aCourse({ ...FILES, "m1/film.en.vtt": "WEBVTT\n\nnothing\n" });
    expect(await transcriptOf(directory, "m1", BOTH, "en")).toMatchObject({ locale: "pl" });
    expect(await transcriptOf(directory, "m1", { captions: [POLISH] }, "en")).toMatchObject({ locale: "pl" });
  });

  test("is none where there are no captions, or their file is not there", async () => {
    const directory = await aCourse();
    expect(await transcriptOf(directory, "m1", { captions: [] }, "pl")).toBeNull();
    expect(await transcriptOf(directory, "m1", BOTH, "pl")).toBeNull();
  });

  test("is read anew when its file has changed", async () => {
    const directory = await aCourse(FILES);
    await transcriptOf(directory, "m1", BOTH, "pl");
    await save(directory, "m1/film.pl.vtt", said("Nowy klucz"));
    expect(await transcriptOf(directory, "m1", BOTH, "pl")).toMatchObject({ cues: [{ text: "Nowy klucz" }] });
  });
});
