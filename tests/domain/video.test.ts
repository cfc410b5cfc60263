import { describe, expect, test } from "vitest";
import { foundIn } from "#domain/course/found-in";
import { frameAddress } from "#domain/course/frame-address";
import { rateBeside } from "../../components/video/deeds.ts";
import { deedOf } from "../../components/video/keys.ts";
import { worthKeeping } from "../../components/video/place.ts";
import { VIMEO } from "../../components/video/vimeo.ts";
import { YOUTUBE } from "../../components/video/youtube.ts";

const pressed = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) => ({
  key,
  ...{ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...held,
});

describe("a key on the film", () => {
  test.each([
    [" ", "toggle", 0],
    ["k", "toggle", 0],
    ["K", "toggle", 0],
    ["j", "seek", -10],
    ["l", "seek", 10],
    ["ArrowLeft", "seek", -10],
    ["ArrowRight", "seek", 10],
    ["ArrowUp", "volume", 0.1],
    ["ArrowDown", "volume", -0.1],
    [",", "frames", -1],
    [".", "frames", 1],
    ["f", "fullscreen", 0],
    ["i", "pictureInPicture", 0],
    ["c", "captions", 0],
    ["0", "tenth", 0],
    ["9", "tenth", 9],
  ])("'%s' means %s", (key, does, by) => {
    expect(deedOf(pressed(key))).toEqual({ does, by });
  });

  test.each([
    ["<", "speed", -1],
    [">", "speed", 1],
    ["?", "shortcuts", 0],
  ])("Shift and '%s' means %s", (key, does, by) => {
    expect(deedOf(pressed(key, { shiftKey: true }))).toEqual({ does, by });
  });

  test.each(["ctrlKey", "metaKey", "altKey"])("means nothing with %s held", (held) => {
    for (const key of ["k", " ", "ArrowLeft", "5", "<"]) expect(deedOf(pressed(key, { [held]: true }))).toBeNull();
  });

  test.each(["a", "Enter", "Tab", "Escape", "Home", "toString"])("'%s' means nothing", (key) => {
    expect(deedOf(pressed(key))).toBeNull();
  });

  test("that writes a character can be switched off, and Space and the arrows stay", () => {
    for (const key of ["k", "5", ",", "<", "?"]) expect(deedOf(pressed(key), { hasLetters: false })).toBeNull();
    expect(deedOf(pressed(" "), { hasLetters: false })?.does).toBe("toggle");
  });

  test("beside the picture leaves Space and the arrows to the page", () => {
    for (const key of [" ", "ArrowUp", "ArrowLeft"]) expect(deedOf(pressed(key), { isOnStage: false })).toBeNull();
    expect(deedOf(pressed("k"), { isOnStage: false })?.does).toBe("toggle");
  });
});

test("the speed goes along its list and stays at its ends", () => {
  expect([rateBeside(1, 1), rateBeside(1, -1), rateBeside(2, 1), rateBeside(0.75, -1), rateBeside(1.1, 1)]).toEqual([
    1.25, 0.75, 2, 0.75, 1.25,
  ]);
});

test.each([
  [190.7, 190],
  [10, 10],
  [9.9, null],
  [480, 480],
  [481, null],
  [0, null],
])("of a film of 490 seconds, second %s is kept as %s", (second, kept) => {
  expect(worthKeeping(second, 490)).toBe(kept);
});

describe("a search in the transcript", () => {
  test.each([
    ["Zażółć GĘŚLĄ jaźń", "zazolc gesla", "[Zażółć GĘŚLĄ] jaźń"],
    ["Klucz i klucz", "klucz", "[Klucz] i [klucz]"],
    ["w\u00A0Rozruchu", "w rozruchu", "[w\u00A0Rozruchu]"],
    ["Łódź", "łodz", "[Łódź]"],
    ["İstanbul tu", "tu", "İstanbul [tu]"],
  ])("in %j finds %j", (text, wanted, marked) => {
    const stretches = foundIn(text, wanted)?.map(({ text: part, isFound }) => (isFound ? `[${part}]` : part));
    expect(stretches?.join("")).toBe(marked);
  });

  test.each(["", "  ", "nie ma"])("for %j finds nothing", (wanted) => {
    expect(foundIn("Klucz API", wanted)).toBeNull();
  });
});

describe("the player of another site", () => {
  const wish = { second: 203.4, locale: "pl", origin: "https://kurs.example" };

  test("is asked for without cookies, at the second", () => {
    const address = new URL(frameAddress({ kind: "youtube", id: "M7lc1UVf-VE" }, wish));
    expect([address.host, address.pathname]).toEqual(["www.youtube-nocookie.com", "/embed/M7lc1UVf-VE"]);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ start: "203", autoplay: "1", enablejsapi: "1" });
  });

  test("of Vimeo is told not to follow anybody, and knows the hash of a film that is not listed", () => {
    const address = new URL(frameAddress({ kind: "vimeo", id: "76979871/a1b2c3d4e5" }, wish));
    expect([address.host, address.pathname, address.hash]).toEqual(["player.vimeo.com", "/video/76979871", "#t=203s"]);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ dnt: "1", h: "a1b2c3d4e5" });
  });

  test("says where it is, YouTube's way", () => {
    const info = { currentTime: 12.5, duration: 490, playerState: 1, volume: 50, muted: false, playbackRate: 1.5 };
    expect(YOUTUBE.readingOf({ event: "infoDelivery", info })).toEqual({
      ...{ time: 12.5, duration: 490, isPlaying: true, isEnded: false, volume: 0.5, isMuted: false, rate: 1.5 },
    });
    expect(YOUTUBE.readingOf({ event: "onReady" })).toEqual({});
    expect(YOUTUBE.readingOf({ event: "infoDelivery", info: { playerState: 0 } })).toEqual({
      isPlaying: false,
      isEnded: true,
    });
  });

  test("says where it is, Vimeo's way", () => {
    expect(VIMEO.readingOf({ event: "timeupdate", data: { seconds: 12.5, duration: 490 } })).toEqual({
      time: 12.5,
      duration: 490,
    });
    expect(VIMEO.readingOf({ event: "play", data: { seconds: 12.5 } })).toEqual({
      time: 12.5,
      isPlaying: true,
      isEnded: false,
    });
    expect(VIMEO.readingOf({ method: "getDuration", value: 490 })).toEqual({ duration: 490 });
    expect(VIMEO.readingOf({ event: "volumechange", data: { volume: 0.5 } })).toEqual({ volume: 0.5 });
  });
});
