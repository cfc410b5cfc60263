import { describe, expect, test } from "vitest";
import { checkContent } from "#server/course/check";
import { filmHosts } from "#server/course/film-hosts";
import { readLessonPage } from "#server/course/lesson-page";
import { deedOf } from "../../../components/video/keys.ts";
import { siteOf } from "../../../components/video/sites.ts";
import { aCourse } from "./a-course.ts";

const moduleWith = (video: string) =>
  `title: { pl: M, en: M }\norder: 1\nlessons: [lekcja]\nvideos: [{ id: film, title: { pl: F, en: F }, seconds: 490, ${video} }]\n`;
const courseWith = (video: string, more: Readonly<Record<string, string>> = {}) =>
  aCourse({ "m1/module.yaml": moduleWith(video), ...more });
const problemsWith = async (video: string, more = {}) =>
  (await checkContent(await courseWith(video, more))).filter(
    ({ file }) => file.startsWith("m1/") && !file.endsWith(".md"),
  );

describe("a module's film", () => {
  test.each([
    ["file: film.mp4", { kind: "file", place: "/media/m1/film.mp4" }],
    ["hls: film/index.m3u8", { kind: "hls", place: "/media/m1/film/index.m3u8" }],
    ["hls: https://films.example/a.m3u8", { kind: "hls", place: "https://films.example/a.m3u8" }],
    ["youtube: https://youtu.be/dQw4w9WgXcQ", { kind: "youtube", id: "dQw4w9WgXcQ" }],
    ["vimeo: 76979871", { kind: "vimeo", id: "76979871", hash: null }],
  ])("may be '%s'", async (video, source) => {
    const directory = await courseWith(video, { "m1/film/index.m3u8": "#EXTM3U\n" });
    expect((await readLessonPage(directory, "pl", "lekcja"))?.film?.source).toEqual(source);
  });

  test.each([
    ["poster: a.jpg", "exactly one of file, hls, youtube, vimeo"],
    ["file: film.mp4, vimeo: 76979871", "exactly one of"],
    ["youtube: nic", "must be an address or the id of a YouTube film"],
    ["file: ../film.mp4", "must be a path below the module's folder"],
    ["file: https://films.example/a.mp4", "must be a path below the module's folder"],
    ["hls: http://films.example/a.m3u8", "or an https:// address"],
  ])("that is '%s' is refused in words", async (video, words) => {
    const problems = await problemsWith(video);
    expect(problems.map(({ message }) => message).join()).toContain(words);
    expect(problems.every(({ line }) => line === 4)).toBe(true);
  });

  test("that is missing is no film, and its times are plain text", async () => {
    const directory = await courseWith("hls: film/brak.m3u8");
    expect((await readLessonPage(directory, "pl", "lekcja"))?.film).toBeNull();
    expect((await checkContent(directory)).map(({ message }) => message)).toContain(
      "there is no file m1/film/brak.m3u8",
    );
  });

  test("has the captions in the reader's language as its transcript", async () => {
    const vtt = (words: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${words}\n`;
    const captions = "file: film.mp4, captions: [{ locale: en, file: en.vtt }, { locale: pl, file: pl.vtt }]";
    const directory = await courseWith(captions, { "m1/en.vtt": vtt("Hello"), "m1/pl.vtt": vtt("Cześć") });
    const said = async (locale: "pl" | "en") => (await readLessonPage(directory, locale, "lekcja"))?.film?.transcript;
    expect(await said("pl")).toEqual({ locale: "pl", cues: [{ at: 1, end: 2, text: "Cześć" }] });
    expect((await said("en"))?.cues[0]?.text).toBe("Hello");
  });

  test("whose captions cannot be read says the line", async () => {
    const broken = { "m1/pl.vtt": "WEBVTT\n\n00:01.000 --> 00:00.000\na\n\n09:00.000 --> 09:01.000\nb\n" };
    const problems = await problemsWith("file: film.mp4, captions: [{ locale: pl, file: pl.vtt }]", broken);
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(["m1/pl.vtt:3", "m1/pl.vtt:6"]);
  });

  test("on another site is let in by pages; without one nobody is", async () => {
    expect(await filmHosts(await courseWith("file: film.mp4"))).toEqual({ frames: [], streams: [] });
    expect(await filmHosts(await courseWith("vimeo: 76979871"))).toEqual({
      frames: ["https://player.vimeo.com"],
      streams: [],
    });
    const streamed = await courseWith("hls: https://films.example/a/b.m3u8");
    expect(await filmHosts(streamed)).toEqual({ frames: [], streams: ["https://films.example"] });
  });
});

describe("a site that shows a film", () => {
  test("is asked for it by links that hold the second", () => {
    expect(siteOf({ kind: "youtube", id: "abc" })?.page(203)).toBe("https://www.youtube.com/watch?v=abc&t=203s");
    expect(siteOf({ kind: "vimeo", id: "1", hash: "f00" })?.page(203)).toBe("https://vimeo.com/1/f00#t=203s");
    expect(siteOf({ kind: "vimeo", id: "1", hash: null })?.frame(203, "pl")).toMatch(
      /^https:\/\/player\.vimeo\.com\/video\/1\?.*dnt=1.*#t=203s$/,
    );
    expect(siteOf({ kind: "file", place: "a.mp4" })).toBeNull();
  });

  test("is understood, and what is not its word is left alone", () => {
    const youtube = siteOf({ kind: "youtube", id: "abc" });
    expect(youtube?.read({ event: "infoDelivery", info: { currentTime: 3.5, playerState: 1, volume: 50 } })).toEqual({
      second: 3.5,
      isPaused: false,
      volume: 0.5,
    });
    expect(youtube?.read({ event: "onStateChange", info: 2 })).toEqual({ isPaused: true });
    const vimeo = siteOf({ kind: "vimeo", id: "1", hash: null });
    expect(vimeo?.read({ event: "timeupdate", data: { seconds: 7 } })).toEqual({ second: 7 });
    for (const noise of [null, "x", 3, {}, []])
      expect([youtube?.read(noise), vimeo?.read(noise)]).toEqual([null, null]);
  });
});

describe("a key of the player", () => {
  const filmAt = (currentTime: number) => ({
    currentTime,
    paused: true,
    volume: 0.5,
    muted: false,
    playbackRate: 1,
    pause: () => undefined,
  });
  const pressed = (key: string) => {
    const film = filmAt(100);
    deedOf(key, 490)?.(film as never, null as never);
    return film;
  };

  test.each([
    ["j", 90],
    ["L", 110],
    ["ArrowLeft", 90],
    ["ArrowRight", 110],
    [".", 100.04],
    [",", 99.96],
    ["0", 0],
    ["5", 245],
    ["9", 441],
  ])("'%s' goes to its second", (key, second) => {
    expect(pressed(key).currentTime).toBeCloseTo(second);
  });

  test("turns volume, speed and sound", () => {
    expect([pressed("ArrowUp").volume, pressed("ArrowDown").volume]).toEqual([0.55, 0.45]);
    expect([pressed(">").playbackRate, pressed("<").playbackRate]).toEqual([1.25, 0.75]);
    expect(pressed("m").muted).toBe(true);
  });

  test("that is none of its own does nothing", () => {
    for (const key of ["a", "Tab", "Escape", "Enter", "F5"]) expect(deedOf(key, 490)).toBeNull();
  });
});
