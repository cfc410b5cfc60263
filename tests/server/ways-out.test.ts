import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { requireNoWayOut } from "../../scripts/processes/ways-out.ts";

let [inside, beside] = ["", ""];
beforeEach(() => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "ways-out-")));
  [inside, beside] = [join(folder, "inside"), join(folder, "beside")];
  for (const made of [join(inside, "deep/deeper"), beside]) mkdirSync(made, { recursive: true });
  for (const made of [join(inside, "deep/own"), join(beside, "secret")]) writeFileSync(made, "");
});

describe("what the web process may read", () => {
  test("may hold links to files within, and links to nothing", () => {
    symlinkSync("../own", join(inside, "deep/deeper/link"));
    symlinkSync("nowhere", join(inside, "lost"));
    requireNoWayOut([inside]);
  });

  test.each([
    ["a folder outside, from which one goes up", () => beside],
    ["a folder within, from which one goes up by more than the words say", () => join(inside, "deep/deeper")],
    ["a file outside", () => join(beside, "secret")],
  ])("may not hold a link to %s", (_, target) => {
    symlinkSync(target(), join(inside, "deep/link"));
    expect(() => requireNoWayOut([inside])).toThrow(`${join(inside, "deep/link")} is a link that leads out`);
  });

  test("may hold a link from one of its folders to a file in another", () => {
    symlinkSync(join(beside, "secret"), join(inside, "link"));
    requireNoWayOut([inside, beside]);
  });
});
