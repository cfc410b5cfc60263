import { describe, expect, test } from "vitest";
import { checkContent } from "#server/course/check";
import { lessonPage } from "#server/course/queries";
import { aCourse, htmlOf } from "./a-course.ts";

/** module.yaml with one video; its own lines begin with the sixth. */
const moduleWith = (...lines: readonly string[]) =>
  [
    "title: { pl: M, en: M }",
    "order: 1",
    "lessons: [lekcja]",
    "videos:",
    "  - id: film",
    ...lines.map((line) => `    ${line}`),
  ].join("\n");

const TITLE = "title: { pl: Film, en: Film }";
const LENGTH = "seconds: 490";
const CAPTIONS = "captions: [{ locale: pl, file: film.pl.vtt }]";
const said = (time: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\nTak\n\n${time}\nNie\n`;

async function problemsWith(lines: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const problems = await checkContent(await aCourse({ "m1/module.yaml": moduleWith(...lines), ...files }));
  return problems.filter(({ file }) => file.startsWith("m1/") && !file.endsWith(".md"));
}

describe("the check of a video", () => {
  test.each([
    ["file: film.mp4"],
    ["youtube: M7lc1UVf-VE"],
    ['youtube: "https://youtu.be/M7lc1UVf-VE"'],
    ["vimeo: 76979871"],
    ["hls: https://video.example/film.m3u8"],
  ])("finds nothing in %s", async (source) => {
    expect(await problemsWith([TITLE, source, LENGTH])).toEqual([]);
  });

  test.each([
    [[TITLE, LENGTH], 5, /exactly one of file, hls, youtube and vimeo/],
    [[TITLE, "file: film.mp4", "vimeo: 76979871", LENGTH], 5, /exactly one of/],
    [[TITLE, LENGTH, "youtube: https://example.com/film"], 8, /youtube: must be the id of a film, or its address/],
    [[TITLE, LENGTH, "vimeo: https://vimeo.com/about"], 8, /vimeo: must be the id of a film, or its address/],
    [[TITLE, LENGTH, "hls: film.mp4"], 8, /hls: must end in \.m3u8/],
    [[TITLE, LENGTH, "hls: http://video.example/film.m3u8"], 8, /hls: must be a file or an https/],
    [[TITLE, LENGTH, "hls: hls/lost.m3u8"], 8, /there is no file m1\/hls\/lost\.m3u8/],
    [[TITLE, LENGTH, "file: lost.mp4"], 8, /there is no file m1\/lost\.mp4/],
    [[TITLE, LENGTH, "youtube: M7lc1UVf-VE", "poster: lost.jpg"], 9, /there is no file m1\/lost\.jpg/],
    [[TITLE, LENGTH, "youtube: M7lc1UVf-VE", CAPTIONS], 9, /there is no file m1\/film\.pl\.vtt/],
  ])("names the line of %j", async (lines, line, message) => {
    expect(await problemsWith(lines)).toMatchObject([
      { file: "m1/module.yaml", line, message: expect.stringMatching(message) },
    ]);
  });

  test("names a file that the portal does not hand out", async () => {
    const problems = await problemsWith([TITLE, LENGTH, "file: film.mov"], { "m1/film.mov": "film" });
    expect(problems).toMatchObject([{ line: 8, message: expect.stringContaining("hands out no such file: film.mov") }]);
  });

  test("names the chapter that is behind the end, and the one that comes too late", async () => {
    const chapter = (at: string) => `  - { at: "${at}", title: { pl: R, en: C } }`;
    const lines = [TITLE, LENGTH, "file: film.mp4", "chapters:", chapter("3:23"), chapter("2:05"), chapter("9:00")];
    expect(await problemsWith(lines)).toMatchObject([
      { line: 11, message: expect.stringContaining("2:05 comes too late") },
      { line: 12, message: "the chapter at 9:00 is behind the end" },
    ]);
  });

  test.each([
    ["film.pl.vtt", said("00:0x.000 --> 00:04.000"), 6, /this time cannot be read/],
    ["film.pl.vtt", said("bez czasu"), 6, /these captions have no time/],
    ["film.pl.vtt", said("00:05.000 --> 00:04.000"), 6, /ends before it begins/],
    ["film.pl.vtt", said("08:20.000 --> 08:30.000"), 6, /behind the end of the video/],
    ["film.pl.vtt", "1\n00:00:01,000 --> 00:00:02,000\nTak\n", 1, /the first line is not WEBVTT/],
    ["film.pl.vtt", "WEBVTT\n", 1, /there are no captions/],
    ["film.pl.srt", "1\n00:00:01,000 -> 00:00:02,000\nTak\n", 1, /these captions have no time/],
  ])("names the line of captions in %s that are wrong: %j", async (name, text, line, message) => {
    const captions = CAPTIONS.replace("film.pl.vtt", name);
    const problems = await problemsWith([TITLE, LENGTH, "youtube: M7lc1UVf-VE", captions], { [`m1/${name}`]: text });
    expect(problems).toMatchObject([{ file: `m1/${name}`, line, message: expect.stringMatching(message) }]);
  });

  const playlist = (...names: readonly string[]) => ["#EXTM3U", ...names, "#EXT-X-ENDLIST"].join("\n");
  const HLS = [TITLE, LENGTH, "hls: hls/film.m3u8"];

  test("finds nothing in a playlist whose playlists and segments are there", async () => {
    const files = {
      "m1/hls/film.m3u8": playlist("low/low.m3u8"),
      "m1/hls/low/low.m3u8": playlist('#EXT-X-MAP:URI="start.mp4"', "#EXTINF:6,", "part-0.m4s"),
      "m1/hls/low/start.mp4": "x",
      "m1/hls/low/part-0.m4s": "x",
    };
    expect(await problemsWith(HLS, files)).toEqual([]);
  });

  test.each([
    ["part-0.ts\npart-1.ts", 3, /there is no file m1\/hls\/part-1\.ts/],
    ['#EXT-X-MAP:URI="start.mp4"', 2, /there is no file m1\/hls\/start\.mp4/],
    ["../../m2/part-0.ts", 2, /hands out no such file/],
    ["https://video.example/part-0.ts", 2, /hands out no such file/],
    ["part-0.exe", 2, /hands out no such file/],
  ])("names the line of a playlist with %j", async (names, line, message) => {
    const files = { "m1/hls/film.m3u8": playlist(...names.split("\n")), "m1/hls/part-0.ts": "x" };
    expect(await problemsWith(HLS, files)).toMatchObject([
      { file: "m1/hls/film.m3u8", line, message: expect.stringMatching(message) },
    ]);
  });
});

describe("a lesson", () => {
  const pageWith = async (source: string, files: Readonly<Record<string, string>> = {}) => {
    const lesson = "---\nvideo: film\n---\n\n# Lekcja\n\nOd 3:23.\n";
    const form = moduleWith(TITLE, LENGTH, source, CAPTIONS);
    return lessonPage("pl", "lekcja", await aCourse({ "m1/module.yaml": form, "m1/lekcja.md": lesson, ...files }));
  };

  test.each([
    ["youtube: https://youtu.be/M7lc1UVf-VE", { kind: "youtube", id: "M7lc1UVf-VE" }],
    ["vimeo: 76979871", { kind: "vimeo", id: "76979871" }],
    ["hls: https://video.example/a.m3u8", { kind: "hls", src: "https://video.example/a.m3u8" }],
  ])("plays a film that lies elsewhere, and its times lead there: %s", async (source, played) => {
    const page = await pageWith(source, { "m1/film.pl.vtt": said("00:03.000 --> 00:04.000") });
    expect(page?.film).toMatchObject({ id: "m1/film", source: played, transcript: { locale: "pl" } });
    expect(page?.film?.transcript?.cues).toHaveLength(2);
    expect(htmlOf(page?.intro)).toContain('data-at="203"');
  });

  test.each(["hls: lost.m3u8", "file: lost.mp4"])(
    "without its file plays nothing, and times are plain text: %s",
    async (source) => {
      const page = await pageWith(source);
      expect(page?.film).toBeNull();
      expect(htmlOf(page?.intro)).toContain("Od 3:23.");
    },
  );
});
