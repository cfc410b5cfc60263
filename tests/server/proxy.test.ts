import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { proxy } from "../../proxy.ts";

const headersAt = async (path: string) => (await proxy(new NextRequest(`http://127.0.0.1:3000${path}`))).headers;

describe("an address that may be answered with a page", () => {
  test.each([
    "/",
    "/key",
    "/media",
    "/media/x",
    "/ocr",
    "/ocr/a",
    "/ocr/a/b/c",
    "/_next/image?url=/x",
    "/_next/data/x.json",
    "/icon.svg/x",
  ])("has a policy with a nonce and cannot be framed: %s", async (path) => {
    const headers = await headersAt(path);
    expect(headers.get("content-security-policy")).toMatch(/script-src 'self' 'nonce-\w{32}'.*frame-ancestors 'none'/);
    expect([headers.get("x-frame-options"), headers.get("x-content-type-options")]).toEqual(["DENY", "nosniff"]);
  });

  test.each(["/_next/static/chunks/a.js", "/media/modul-1/modul-1.mp4", "/ocr/7.0.0/worker.min.js", "/icon.svg"])(
    "is not the one of a file, which has a policy of its own or none: %s",
    async (path) => {
      expect((await headersAt(path)).get("content-security-policy")).toBeNull();
    },
  );
});

describe("a policy", () => {
  test.each(["/", "/key", "/lessons/modul-1/klucz-api", "/lessons/modul-1/nowhere", "/lessons/..%2f/x"])(
    "lets no other site in where no film comes from one: %s",
    async (path) => {
      const policy = (await headersAt(path)).get("content-security-policy") ?? "";
      expect(policy).toContain("frame-src 'none'");
      expect(policy).not.toContain("https:");
    },
  );
});
