import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { captionsIn, isWebVtt } from "#domain/course/captions";

const VTT = `WEBVTT - Film

STYLE
::cue { color: yellow }

NOTE Nie do czytania
--> ani to

00:00.500 --> 00:03.000 align:start line:80%
<v Ewa>Kliknij <c.key>„Create</c>
<00:01.000>new secret key”</v>.

drugi
01:02:03.000 --> 01:02:04.250
Klucz &amp; środki: 5&nbsp;USD &lt;b&gt; &#8211; &#x17C;
`;

const SRT =
  "\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\n{\\an8}<i>Raz</i>\r\ndwa\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n- Trzy\r\n";

const told = (text: string) => captionsIn(text).cues.map(({ at, end, text }) => ({ at, end, text }));
const cue = (times: string, text = "Tekst") => `WEBVTT\n\n${times}\n${text}\n`;

describe("captions", () => {
  test("of WebVTT lose their settings, notes, styles, tags and entities", () => {
    expect(told(VTT)).toEqual([
      { at: 0.5, end: 3, text: "Kliknij „Create new secret key”." },
      { at: 3723, end: 3724.25, text: "Klucz & środki: 5 USD <b> – ż" },
    ]);
    expect(captionsIn(VTT).faults).toEqual([]);
  });

  test("of SubRip are read as well, whatever its line ends", () => {
    expect(told(SRT)).toEqual([
      { at: 1, end: 2.5, text: "Raz dwa" },
      { at: 3, end: 4, text: "- Trzy" },
    ]);
    expect([isWebVtt(SRT), isWebVtt(VTT)]).toEqual([false, true]);
  });

  test("know the line of their times", () => {
    expect(captionsIn(VTT).cues.map(({ line }) => VTT.split("\n")[line - 1])).toEqual([
      "00:00.500 --> 00:03.000 align:start line:80%",
      "01:02:03.000 --> 01:02:04.250",
    ]);
  });

  test("are told in the order of time", () => {
    const text = "WEBVTT\n\n00:05.000 --> 00:06.000\nPotem\n\n00:01.000 --> 00:02.000\nNajpierw\n";
    expect(told(text).map((one) => one.text)).toEqual(["Najpierw", "Potem"]);
  });

  test("that say nothing are left out without a word", () => {
    expect(captionsIn(cue("00:01.000 --> 00:02.000", "<i></i>"))).toEqual({ cues: [], faults: [] });
  });

  test.each([
    ["00:01 --> 00:02", 3, "unreadable times"],
    ["00:61.000 --> 01:02.000", 3, "unreadable times"],
    ["60:00.000 --> 61:00.000", 3, "unreadable times"],
    ["00:01.000 -> 00:02.000", 3, "no times"],
    ["00:02.000 --> 00:01.000", 3, "ends before it begins"],
    ["00:02.000 --> 00:02.000", 3, "ends before it begins"],
    ["nazwa\n00:01.000 --> zaraz", 4, "unreadable times"],
  ])("with the times '%s' are a fault of line %i, and the rest is read", (times, line, reason) => {
    const read = captionsIn(`${cue(times)}\n00:05.000 --> 00:06.000\nReszta\n`);
    expect(read.faults).toEqual([{ line, reason }]);
    expect(read.cues.map(({ text }) => text)).toEqual(["Reszta"]);
  });

  test.each(["", "WEBVTT", "WEBVTT\n\nNOTE nic\n"])("that are not there at all are a fault: '%s'", (text) => {
    expect(captionsIn(text)).toEqual({ cues: [], faults: [{ line: 1, reason: "no captions" }] });
  });

  test("never throw, whatever the file holds", () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom("", "WEBVTT", "1", "00:01.000 --> 00:02.000", "&#1114112;", "<"),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        for (const { at, end } of captionsIn(lines.join("\n")).cues) expect(end).toBeGreaterThan(at);
      }),
    );
  });
});
