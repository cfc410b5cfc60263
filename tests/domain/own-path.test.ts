import { expect, test } from "vitest";
import { ownPath } from "#domain/sign-in/own-path";

test.each(["/", "/key", "/key?uses=50#uses", "/lessons/modul-1/klucz-api?t=125#film"])(
  "%s is a page of our own",
  (path) => {
    expect(ownPath(path)).toBe(path);
  },
);

test.each([
  "//evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/key\r\nSet-Cookie: a=b",
  "/key\u0000",
  "/@evil.example:80",
  "/\t/evil.example",
  " /key",
  "key",
  "",
  null,
  undefined,
  `/${"a".repeat(300)}`,
])("%j leads to the first page instead", (path) => {
  expect(ownPath(path)).toBe("/");
});
