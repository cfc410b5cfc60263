import { describe, expect, test } from "vitest";
import { vimeoFilmOf, youtubeIdOf } from "#domain/course/film-address";
import { secondAskedIn } from "#domain/course/timecode";

describe("a film's address", () => {
  test.each([
    "dQw4w9WgXcQ",
    " https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3s ",
    "https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ",
    "youtu.be/dQw4w9WgXcQ?si=abc",
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    "https://youtube.com/shorts/dQw4w9WgXcQ",
    "https://www.youtube.com/live/dQw4w9WgXcQ?feature=share",
  ])("of YouTube's is known by %s", (pasted) => {
    expect(youtubeIdOf(pasted)).toBe("dQw4w9WgXcQ");
  });

  test.each([
    "",
    "film",
    "https://youtube.com/",
    "https://youtube.com.example/watch?v=dQw4w9WgXcQ",
    "https://vimeo.com/76979871",
  ])("of YouTube's is not '%s'", (pasted) => {
    expect(youtubeIdOf(pasted)).toBeNull();
  });

  test.each([
    ["76979871", null],
    ["https://vimeo.com/76979871", null],
    ["https://vimeo.com/76979871/ab12cd34ef", "ab12cd34ef"],
    ["https://player.vimeo.com/video/76979871?h=ab12cd34ef", "ab12cd34ef"],
    ["vimeo.com/channels/staffpicks/76979871", null],
  ])("of Vimeo's is known by %s", (pasted, hash) => {
    expect(vimeoFilmOf(pasted)).toEqual({ id: "76979871", hash });
  });

  test.each(["", "https://vimeo.com/about", "https://notvimeo.com/76979871", "12"])(
    "of Vimeo's is not '%s'",
    (pasted) => {
      expect(vimeoFilmOf(pasted)).toBeNull();
    },
  );
});

test.each([
  ["203", 203],
  ["203s", 203],
  ["3:23", 203],
  ["1:02:03", 3723],
  ["3m23s", 203],
  ["1h2m3s", 3723],
  ["2m", 120],
  ["0", 0],
  ["", null],
  ["s", null],
  ["soon", null],
  ["-3", null],
  ["3:99", null],
])("an address that asks for '%s' asks for second %s", (text, second) => {
  expect(secondAskedIn(text)).toBe(second);
});
