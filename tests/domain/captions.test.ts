import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { captionsOf } from "#domain/course/captions";

const vtt = (...blocks: string[]) => ["WEBVTT", ...blocks].join("\n\n");
const textOf = (words: string) => captionsOf(vtt(`00:01.000 --> 00:02.000\n${words}`)).cues[0]?.text;

describe("captions", () => {
  test("are read from WebVTT with its names, settings, notes and styles", () => {
    const text = vtt(
      "NOTE a note\nof two lines",
      "STYLE\n::cue { color: red }",
      "intro\n00:00:01.500 --> 00:00:03.250 align:start line:0%\nDzień\ndobry",
      "1:00:00.000 --> 1:00:02.000\nKoniec",
    );
    expect(captionsOf(text)).toEqual({
      cues: [
        { at: 1.5, end: 3.25, text: "Dzień dobry" },
        { at: 3600, end: 3602, text: "Koniec" },
      ],
      faults: [],
    });
  });

  test("are read from SubRip, whose thousandths stand behind a comma", () => {
    const text =
      "\uFEFF1\r\n00:00:01,500 --> 00:00:03,250\r\nDzień dobry\r\n\r\n2\r\n00:00:04,000 --> 00:00:05,000\r\nDalej\r\n";
    expect(captionsOf(text)).toEqual({
      cues: [
        { at: 1.5, end: 3.25, text: "Dzień dobry" },
        { at: 4, end: 5, text: "Dalej" },
      ],
      faults: [],
    });
  });

  test.each([
    ["<v Anna>Kliknij <b>API</b> <c.yellow>keys</c>", "Kliknij API keys"],
    ["Raz <00:01.500>dwa", "Raz dwa"],
    ["{\\an8}U góry", "U góry"],
    ["a &lt; b &amp;&amp; c &gt; d &quot;e&quot; &#8222;f&#x201D;", 'a < b && c > d "e" „f”'],
    ["&amp;lt; stays &lt;", "&lt; stays <"],
    ["&unknown; stays", "&unknown; stays"],
    ["2 < 3", "2 < 3"],
  ])("lose tags and keep what %j says", (words, text) => {
    expect(textOf(words)).toBe(text);
  });

  test("stand in the order of their times", () => {
    const text = vtt("00:05.000 --> 00:06.000\nb", "00:01.000 --> 00:02.000\na");
    expect(captionsOf(text).cues.map((cue) => cue.text)).toEqual(["a", "b"]);
  });

  test("of which one is broken keep the others and say the line", () => {
    const sound = "00:01.000 --> 00:02.000\nTak";
    const text = vtt(sound, "Bez czasu", "raz\n00:0x.000 --> 00:04.000\nZły czas", "00:09.000 --> 00:08.000\nWstecz");
    expect(captionsOf(text)).toEqual({
      cues: [{ at: 1, end: 2, text: "Tak" }],
      faults: [
        { line: 6, fault: "no time" },
        { line: 9, fault: "unreadable time" },
        { line: 12, fault: "ends too early" },
      ],
    });
  });

  test("with a comma in WebVTT are broken, since a browser would not show them", () => {
    expect(captionsOf(vtt("00:00:01,000 --> 00:00:02,000\nTak")).faults).toEqual([
      { line: 3, fault: "unreadable time" },
    ]);
  });

  test.each(["", "WEBVTT", "\n\n\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n"])("of %j are none", (text) => {
    expect(captionsOf(text)).toEqual({ cues: [], faults: [] });
  });

  test.each(["pl", "en"])("of our own film are whole in %s", (locale) => {
    const { cues, faults } = captionsOf(readFileSync(`content/modul-1/modul-1.${locale}.vtt`, "utf8"));
    expect(faults).toEqual([]);
    expect(cues.length).toBeGreaterThan(50);
    expect(cues.at(-1)?.end).toBe(490);
  });
});
