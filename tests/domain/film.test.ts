import { describe, expect, test } from "vitest";
import { captionsOf } from "#domain/course/captions";
import { vimeoId, youtubeId } from "#domain/course/film-address";
import { foreignHost, ownFile, siteAddress } from "#domain/course/film-source";
import { secondAsked } from "#domain/course/timecode";
import { webVtt } from "#domain/course/webvtt";

const ID = "M7lc1UVf-VE";

describe("a film on YouTube", () => {
  test.each([
    ID,
    ` ${ID} `,
    `https://www.youtube.com/watch?v=${ID}`,
    `https://www.youtube.com/watch?list=PL1&v=${ID}&t=10s`,
    `http://m.youtube.com/watch?v=${ID}`,
    `youtube.com/watch?v=${ID}`,
    `https://youtu.be/${ID}?si=abc`,
    `youtu.be/${ID}`,
    `https://www.youtube.com/embed/${ID}?start=3`,
    `https://www.youtube-nocookie.com/embed/${ID}`,
    `https://www.youtube.com/shorts/${ID}`,
    `https://www.youtube.com/live/${ID}`,
  ])("is known by %j", (text) => {
    expect(youtubeId(text)).toBe(ID);
  });

  test.each([
    "",
    "M7lc1UVf",
    "https://www.youtube.com/",
    "https://www.youtube.com/playlist?list=PL1",
    `https://youtube.com.example/watch?v=${ID}`,
    `https://example.com/watch?v=${ID}`,
    `https://www.youtube.com/embed/${ID}x`,
    `javascript:alert("${ID}")`,
    "https://",
  ])("is not known by %j", (text) => {
    expect(youtubeId(text)).toBeNull();
  });
});

describe("a film on Vimeo", () => {
  test.each([
    ["76979871", "76979871"],
    ["https://vimeo.com/76979871", "76979871"],
    ["vimeo.com/76979871#t=10s", "76979871"],
    ["https://vimeo.com/channels/staffpicks/76979871", "76979871"],
    ["https://vimeo.com/showcase/1234567/video/76979871", "76979871"],
    ["https://player.vimeo.com/video/76979871?dnt=1", "76979871"],
    ["https://player.vimeo.com/video/76979871?h=a1b2c3d4e5", "76979871/a1b2c3d4e5"],
    ["https://vimeo.com/76979871/a1b2c3d4e5", "76979871/a1b2c3d4e5"],
    ["76979871/a1b2c3d4e5", "76979871/a1b2c3d4e5"],
  ])("is known by %j", (text, id) => {
    expect(vimeoId(text)).toBe(id);
  });

  test.each([
    "",
    "film",
    "123",
    "https://vimeo.com/about",
    "https://example.com/76979871",
    "https://notvimeo.com/76979871",
  ])("is not known by %j", (text) => {
    expect(vimeoId(text)).toBeNull();
  });
});

describe("the source of a film", () => {
  test.each([
    [{ kind: "file", file: "a.mp4" }, "a.mp4", null],
    [{ kind: "hls", file: "hls/a.m3u8" }, "hls/a.m3u8", null],
    [{ kind: "hls", file: "https://video.example:8443/a.m3u8" }, null, "video.example:8443"],
    [{ kind: "youtube", id: ID }, null, "www.youtube-nocookie.com"],
    [{ kind: "vimeo", id: "76979871" }, null, "player.vimeo.com"],
  ] as const)("%j is a file of ours or lies with a host", (source, file, host) => {
    expect([ownFile(source), foreignHost(source)]).toEqual([file, host]);
  });

  test.each([
    [{ kind: "youtube", id: ID }, 203, `https://www.youtube.com/watch?v=${ID}&t=203s`],
    [{ kind: "youtube", id: ID }, 0, `https://www.youtube.com/watch?v=${ID}`],
    [{ kind: "vimeo", id: "76979871/a1b2c3d4e5" }, 203, "https://vimeo.com/76979871/a1b2c3d4e5#t=203s"],
    [{ kind: "file", src: "/media/m1/a.mp4" }, 203, "/media/m1/a.mp4#t=203"],
  ] as const)("%j is opened there at second %i", (source, second, address) => {
    expect(siteAddress(source, second)).toBe(address);
  });
});

test.each([
  ["203", 203],
  ["203s", 203],
  ["3:23", 203],
  ["1:02:03", 3723],
  ["3m23s", 203],
  ["3M23", 203],
  ["1h2m3s", 3723],
  ["2m", 120],
  ["0", 0],
  ["", null],
  ["soon", null],
  ["-3", null],
  ["3:99", null],
  ["12345678", null],
])("an address with the time '%s' asks for %s", (text, second) => {
  expect(secondAsked(text)).toBe(second);
});

test("cues that are written as WebVTT read the same again", () => {
  const cues = [
    { at: 0, end: 1.5, text: "a < b & c" },
    { at: 90_061.25, end: 90_062, text: "Dzień drugi" },
  ];
  expect(captionsOf(webVtt(cues))).toEqual({ cues, faults: [] });
});
