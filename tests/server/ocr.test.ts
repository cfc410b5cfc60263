import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PICTURE_FILES, PICTURE_RELEASE } from "#domain/paste/picture-files";
import { pictureFile } from "#server/ocr/queries";
import { ROOT } from "../support/sources.ts";

describe("the files that read a picture", () => {
  test.each(Object.keys(PICTURE_FILES))("%s is handed out as it is installed", async (name) => {
    const file = await pictureFile(PICTURE_RELEASE, name);
    const bytes = Buffer.from(await new Response(file?.stream()).arrayBuffer());
    expect(bytes.equals(readFileSync(join(ROOT, "node_modules", PICTURE_FILES[name] ?? "")))).toBe(true);
    expect(file?.type).toBe(name.endsWith(".js") ? "text/javascript; charset=utf-8" : "application/octet-stream");
  });

  test.each([
    [PICTURE_RELEASE, "../../package.json"],
    [PICTURE_RELEASE, "tesseract.js/dist/worker.min.js"],
    [PICTURE_RELEASE, "worker.min.js.map"],
    [PICTURE_RELEASE, "constructor"],
    [PICTURE_RELEASE, ""],
    ["6.0.0", "worker.min.js"],
    ["..", "worker.min.js"],
  ])("%s/%s is not there", async (release, name) => {
    expect(await pictureFile(release, name)).toBeNull();
  });

  test("have another address in every release, so that a browser may keep them for ever", () => {
    const versionOf = (name: string) => {
      const manifest = readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8");
      return (JSON.parse(manifest) as { version: string }).version;
    };
    expect(PICTURE_RELEASE).toBe(`${versionOf("tesseract.js")}-${versionOf("@tesseract.js-data/eng")}`);
    expect(versionOf("tesseract.js-core")).toBe(versionOf("tesseract.js"));
    expect(versionOf("@tesseract.js-data/pol")).toBe(versionOf("@tesseract.js-data/eng"));
  });
});
