import { describe, expect, test } from "vitest";
import { readAddress } from "#domain/sign-in/address";

describe("T16: an address", () => {
  test.each([
    ["ania@example.com", "ania@example.com"],
    ["  Ania.Nowak+kurs@Szkola.Edu.PL ", "ania.nowak+kurs@szkola.edu.pl"],
    ["a_b-c%d@a-b.example.com", "a_b-c%d@a-b.example.com"],
  ])("%j is read as %j", (typed, address) => {
    expect(readAddress(typed)).toBe(address);
  });

  test.each([
    ["two @", "ania@example.com@evil.example"],
    ["a quoted part", '"ania@evil.example"@example.com'],
    ["a quoted space", '"ania nowak"@example.com'],
    ["a comment", "ania(comment)@example.com"],
    ["a name around it", "Ania <ania@example.com>"],
    ["two addresses", "ania@example.com,ola@example.com"],
    ["a header behind it", "ania@example.com\r\nBcc: ola@example.com"],
    ["a line feed", "ania@example.com\nX: y"],
    ["a null character", "ania@example.com\0"],
    ["a full-width @", "ania＠example.com"],
    ["a small @", "ania﹫example.com"],
    ["a Cyrillic а", "аnia@example.com"],
    ["a Kelvin sign, whose lower case is k", "\u212Aurs@example.com"],
    ["a dotted İ", "ania@\u0130xample.com"],
    ["an invisible character", "ania\u200B@example.com"],
    ["an address in brackets", "ania@[127.0.0.1]"],
    ["no dot in the domain", "ania@localhost"],
    ["two dots", "ania..nowak@example.com"],
    ["a dot before the @", "ania.@example.com"],
    ["a dot in front", ".ania@example.com"],
    ["a hyphen at a label's end", "ania@example-.com"],
    ["a route", "@evil.example:ania@example.com"],
    ["a percent hack to another host", "ania%evil.example@"],
    ["65 characters in front", `${"a".repeat(65)}@example.com`],
    ["255 characters in all", `ania@${"a.".repeat(124)}pl`],
    ["nothing", ""],
    ["a space alone", " "],
  ])("with %s is none", (_, typed) => {
    expect(readAddress(typed)).toBeNull();
  });
});
