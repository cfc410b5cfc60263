import { describe, expect, test } from "vitest";
import { filmHosts, NO_HOSTS } from "#server/course/film-hosts";
import { policyOf } from "#server/door/policy";
import { aCourse, aLesson } from "./a-course.ts";

const moduleWith = (source: string) => `title: { pl: Moduł, en: Module }
order: 1
lessons: [lekcja, bez-filmu]
videos: [{ id: film, title: { pl: Film, en: Film }, ${source}, seconds: 490 }]
`;

const FILMLESS = aLesson().replace("video: film", "video: null");
const courseWith = (source: string) => aCourse({ "m1/module.yaml": moduleWith(source), "m1/bez-filmu.md": FILMLESS });

describe("the hosts of a page's film", () => {
  test.each([
    ["youtube: M7lc1UVf-VE", { frames: ["www.youtube-nocookie.com"], streams: [] }],
    ["vimeo: 76979871", { frames: ["player.vimeo.com"], streams: [] }],
    ['hls: "https://video.example:8443/a.m3u8"', { frames: [], streams: ["video.example:8443"] }],
    ["hls: film/a.m3u8", NO_HOSTS],
    ["file: film.mp4", NO_HOSTS],
  ])("are those of its source: %s", async (source, hosts) => {
    expect(await filmHosts("m1", "lekcja", await courseWith(source))).toEqual(hosts);
  });

  test.each([
    ["m1", "bez-filmu"],
    ["m1", "nowhere"],
    ["nowhere", "lekcja"],
  ])("are none without a film: %s/%s", async (module, lesson) => {
    expect(await filmHosts(module, lesson, await courseWith("youtube: M7lc1UVf-VE"))).toEqual(NO_HOSTS);
  });
});

describe("the policy of a page", () => {
  const directives = (policy: string) => policy.split("; ").filter((directive) => directive.includes("https:"));

  test("lets nobody else in where no film asks for it", () => {
    expect(directives(policyOf("n", NO_HOSTS))).toEqual([]);
    expect(policyOf("n", NO_HOSTS)).toContain("frame-src 'none'");
  });

  test("lets the film's host be framed, and nothing more", () => {
    const policy = policyOf("n", { frames: ["player.vimeo.com"], streams: [] });
    expect(directives(policy)).toEqual(["frame-src https://player.vimeo.com"]);
  });

  test("lets a stream's host be loaded from, and never run a script", () => {
    expect(directives(policyOf("n", { frames: [], streams: ["video.example"] }))).toEqual([
      "media-src 'self' data: blob: https://video.example",
      "connect-src 'self' https://video.example",
    ]);
  });
});
