import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openMedia, rangeOf } from "#server/course/media";
import { mediaResponse } from "#server/course/media-response";
import { aCourse } from "./a-course.ts";

const FILES = { "m1/assets/a.svg": "<svg/>", "m1/film.mp4": "0123456789", "m1/.hidden.png": "x", "m1/notes.txt": "x" };

async function answered(path: string[], init: RequestInit = {}): Promise<Response> {
  const media = await openMedia("m1", path, await aCourse(FILES));
  if (!media) throw new Error("not there");
  return mediaResponse(media, new Request("http://localhost/", init));
}

describe("a file of a module", () => {
  test("is opened with its size and type", async () => {
    const directory = await aCourse(FILES);
    expect(await openMedia("m1", ["assets", "a.svg"], directory)).toMatchObject({ size: 6, type: "image/svg+xml" });
  });

  test.each([
    [["module.yaml"]],
    [["lekcja.md"]],
    [["notes.txt"]],
    [[".hidden.png"]],
    [["lost.png"]],
    [["assets"]],
    [[]],
    [["..", "m1", "film.mp4"]],
    [["assets/../film.mp4"]],
    [["assets\\..\\film.mp4"]],
    [["film.mp4\0.png"]],
    [["link.png"]],
    [["linked", "secret.png"]],
  ])("is not opened as %j", async (path) => {
    const directory = await aCourse(FILES);
    const other = await aCourse({ "m1/secret.png": "x" });
    await symlink(join(other, "m1/secret.png"), join(directory, "m1/link.png"));
    await symlink(join(other, "m1"), join(directory, "m1/linked"));
    expect(await openMedia("m1", path, directory)).toBeNull();
    expect(await openMedia("..", path, join(directory, "m1"))).toBeNull();
  });
});

describe("a range", () => {
  test.each([
    ["bytes=0-3", { start: 0, end: 3 }],
    ["bytes=4-", { start: 4, end: 9 }],
    ["bytes=-2", { start: 8, end: 9 }],
    ["bytes=-99", { start: 0, end: 9 }],
    ["bytes=8-99", { start: 8, end: 9 }],
    ["bytes=10-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=5-2", null],
    ["bytes=0-1,4-5", null],
    ["bytes=-", null],
    ["items=0-1", null],
    [null, null],
  ])("of ten bytes, asked for as %s", (header, range) => {
    expect(rangeOf(header, 10)).toEqual(range);
  });

  test("is answered with 206 and its bytes alone", async () => {
    const response = await answered(["film.mp4"], { headers: { range: "bytes=2-4" } });
    expect([response.status, response.headers.get("content-range"), await response.text()]).toEqual([
      206,
      "bytes 2-4/10",
      "234",
    ]);
  });

  test("behind the end is answered with 416 and the size", async () => {
    const response = await answered(["film.mp4"], { headers: { range: "bytes=10-" } });
    expect([response.status, response.headers.get("content-range")]).toEqual([416, "bytes */10"]);
  });
});

describe("a stream", () => {
  const HLS = {
    "m1/hls/film.m3u8": "#EXTM3U",
    "m1/hls/part-0.ts": "0123456789",
    "m1/hls/part-0.m4s": "0123456789",
    "m1/film.srt": "1\n00:00:01,000 --> 00:00:02,500\nTak & nie\n",
  };
  const answer = async (path: string[], headers = {}) => {
    const media = await openMedia("m1", path, await aCourse(HLS));
    return media && mediaResponse(media, new Request("http://localhost/", { headers }));
  };

  test.each([
    ["film.m3u8", "application/vnd.apple.mpegurl"],
    ["part-0.ts", "video/mp2t"],
    ["part-0.m4s", "video/iso.segment"],
  ])("has the type of its file: %s", async (name, type) => {
    expect((await answer(["hls", name]))?.headers.get("content-type")).toBe(type);
  });

  test.each(["part-0.ts", "part-0.m4s"])("gives the range of a segment that is asked for: %s", async (name) => {
    const response = await answer(["hls", name], { range: "bytes=2-4" });
    expect([response?.status, await response?.text()]).toEqual([206, "234"]);
  });

  test("gives SubRip as WebVTT, which is what browsers show", async () => {
    const vtt = "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nTak &amp; nie";
    const response = await answer(["film.srt"]);
    expect(response?.headers.get("content-type")).toBe("text/vtt; charset=utf-8");
    expect(response?.headers.get("content-length")).toBe(String(vtt.length));
    expect(await response?.text()).toBe(vtt);
    expect(await (await answer(["film.srt"], { range: "bytes=0-5" }))?.text()).toBe("WEBVTT");
  });
});

describe("an answer", () => {
  test("is private, kept for an hour, and never sniffed", async () => {
    const { status, headers } = await answered(["film.mp4"]);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("private, max-age=3600");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-length")).toBe("10");
    expect(headers.get("content-security-policy")).toBeNull();
  });

  test("with an SVG forbids it to run or load anything", async () => {
    const { headers } = await answered(["assets", "a.svg"]);
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });

  test("to HEAD has no body", async () => {
    const response = await answered(["film.mp4"], { method: "HEAD" });
    expect([response.status, response.body]).toEqual([200, null]);
  });

  test("is 304 to someone who has the file already", async () => {
    const headers = { "if-modified-since": new Date(Date.now() + 1000).toUTCString() };
    expect((await answered(["film.mp4"], { headers })).status).toBe(304);
  });
});
