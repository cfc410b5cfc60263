import { describe, expect, test } from "vitest";
import { isSameSecret } from "#server/door/equal";
import { ipOf, isFromAnotherSite, isFromHere, readForm, seeOther } from "#server/door/guard";

const ORIGIN = "http://127.0.0.1:3000";
const FORM = "application/x-www-form-urlencoded";

function aPost(headers: Record<string, string | null> = {}, body = "credential=abc"): Request {
  const request = new Request(`${ORIGIN}/api/credential`, { method: "POST", body, headers: { "content-type": FORM } });
  for (const [name, value] of Object.entries({ origin: ORIGIN, ...headers })) {
    if (value === null) request.headers.delete(name);
    else request.headers.set(name, value);
  }
  return request;
}

describe("T26: two secrets", () => {
  test("are the same or not, whatever their lengths", () => {
    const secret = Buffer.from("a secret of some length");
    expect(isSameSecret(secret, Buffer.from(secret))).toBe(true);
    for (const other of ["a secret of some lengtH", "a secret", "", `${secret} and more`])
      expect(isSameSecret(secret, Buffer.from(other))).toBe(false);
  });
});

describe("a form", () => {
  test.each([
    ["its own origin", {}],
    ["its own origin, and the browser says so twice", { "sec-fetch-site": "same-origin" }],
  ])("of %s is let in", (_, headers) => {
    expect(isFromHere(aPost(headers))).toBe(true);
  });

  test.each([
    ["no origin", { origin: null }],
    ["the origin null", { origin: "null" }],
    ["another site", { origin: "https://evil.example" }],
    ["another port", { origin: "http://127.0.0.1:3001" }],
    ["another scheme", { origin: "https://127.0.0.1:3000" }],
    ["a host that begins alike", { origin: "http://127.0.0.1:3000.evil.example" }],
    ["its own origin with a path", { origin: `${ORIGIN}/` }],
    ["its own origin in another case", { origin: "HTTP://127.0.0.1:3000" }],
    ["a sibling of the site", { "sec-fetch-site": "same-site" }],
    ["another site by the browser's word", { "sec-fetch-site": "cross-site" }],
    ["nobody's page", { "sec-fetch-site": "none" }],
    [
      "another site that forges the host",
      { origin: "https://evil.example", "x-forwarded-host": "127.0.0.1:3000", host: "127.0.0.1:3000" },
    ],
  ])("of %s is kept out", (_, headers) => {
    expect(isFromHere(aPost(headers))).toBe(false);
  });
});

describe("a link", () => {
  test.each([
    ["cross-site", true],
    ["same-site", true],
    ["same-origin", false],
    ["none", false],
    [null, false],
  ])("of a browser that says %j is another site's: %j", (site, isOthers) => {
    expect(isFromAnotherSite(aPost({ "sec-fetch-site": site }))).toBe(isOthers);
  });
});

describe("the fields of a form", () => {
  test("are read, with or without a character set", async () => {
    expect((await readForm(aPost()))?.get("credential")).toBe("abc");
    expect((await readForm(aPost({ "content-type": `${FORM}; charset=UTF-8` })))?.get("credential")).toBe("abc");
  });

  test.each(["text/plain", "multipart/form-data; boundary=x", "application/json", `${FORM}x`, ""])(
    "are not read from %j",
    async (type) => {
      expect(await readForm(aPost({ "content-type": type }))).toBeNull();
    },
  );

  test("are not read from a body that is too large, whether it says so or not", async () => {
    expect(await readForm(aPost({}, `credential=${"a".repeat(20_000)}`))).toBeNull();
    expect(await readForm(aPost({ "content-length": "20000" }))).toBeNull();
  });
});

describe("where a request comes from", () => {
  test.each([
    ["10.0.0.9", "10.0.0.9"],
    ["1.2.3.4, 10.0.0.9", "10.0.0.9"],
    ["10.0.0.9, 2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["", "unknown"],
  ])("x-forwarded-for %j is counted as %j", (header, ip) => {
    expect(ipOf(new Headers({ "x-forwarded-for": header }))).toBe(ip);
  });
});

test("the answer to a form is a page to go to, kept by no cache, with each cookie for itself", () => {
  const answer = seeOther("/key", ["a=1; Path=/", "b=2; Path=/"]);
  expect([answer.status, answer.headers.get("location"), answer.headers.get("cache-control")]).toEqual([
    303,
    "/key",
    "no-store",
  ]);
  expect(answer.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"]);
});
