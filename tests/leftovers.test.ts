import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { FORMS, foundIn, tracesIn, tracesOf } from "./support/leftovers.ts";

const key = ["sk", "proj", randomBytes(90).toString("base64url")].join("-");
const part = key.slice(20, 40);

describe("the search for what is left of a key", () => {
  test.each(Object.entries(FORMS))("finds a part of it that is written as %s, wherever it stands", (_, form) => {
    for (const before of ["", "x", "xy", "xyz "]) {
      for (const written of form(part)) expect(tracesIn(`${before}${written} and more`, key)).not.toEqual([]);
    }
  });

  test.each([
    ["base64", (bytes: Buffer) => bytes.toString("base64")],
    ["base64url", (bytes: Buffer) => bytes.toString("base64url")],
    ["hex", (bytes: Buffer) => bytes.toString("hex")],
    ["a list", (bytes: Buffer) => JSON.stringify([...bytes])],
    ["a list over many lines", (bytes: Buffer) => JSON.stringify({ headers: [...bytes] }, null, 2)],
    ["JSON of a Buffer", (bytes: Buffer) => JSON.stringify(bytes)],
    ["text of a Uint8Array", (bytes: Buffer) => String(new Uint8Array(bytes))],
    ["a part of a larger text", (bytes: Buffer) => bytes.toString()],
  ])("finds it in a text that was turned into %s", (_, written) => {
    for (const before of ["", "k", "k=", "Bearer "])
      expect(tracesIn(written(Buffer.from(`${before}${key}`)), key)).not.toEqual([]);
  });

  test("names the places, bytes among them, and no other", () => {
    const places = [
      { name: "a row", text: `a row with ${part} in it` },
      { name: "a file", text: Buffer.concat([randomBytes(5_000), Buffer.from(part), randomBytes(5_000)]) },
      { name: "at the end", text: part },
      { name: "clean", text: "a row without" },
      { name: "too little", text: key.slice(20, 31) },
    ];
    expect(foundIn(places, tracesOf(key))).toEqual(["a row", "a file", "at the end"]);
  });
});
