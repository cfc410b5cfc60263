import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { pathsWhere, ROOT, SOURCES } from "./support/sources.ts";

const CODE = /\.tsx?$|\.mjs$/;

describe("files", () => {
  test("are named for what they hold", () => {
    const drawers =
      /^(?:utils?|helpers?|misc|common|constants?|types?|services?|managers?|lib|shared)\.(?:tsx?|mjs)$|\/(?:utils?|helpers?|misc|common|lib|services?)\//;
    expect(pathsWhere(SOURCES, ({ path }) => drawers.test(basename(path)) || drawers.test(path))).toEqual([]);
  });

  test("are in kebab-case", () => {
    const odd = pathsWhere(SOURCES, ({ path }) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(basename(path)));
    expect(odd).toEqual([]);
  });

  test("have 200 lines at most", () => {
    const long = SOURCES.filter(({ path }) => CODE.test(path)).map(({ path, text }) => ({
      path,
      lines: text.trimEnd().split("\n").length,
    }));
    expect(long.filter(({ lines }) => lines > 200)).toEqual([]);
  });

  test("hold nothing that looks like a real key", () => {
    expect(pathsWhere(SOURCES, ({ text }) => /\bsk-(?:proj|svcacct|ant|admin)-[A-Za-z0-9_-]{30,}/.test(text))).toEqual(
      [],
    );
  });
});

describe("dependencies", () => {
  type Package = { dependencies: Record<string, string>; devDependencies: Record<string, string> };
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Package;
  const all = { ...manifest.dependencies, ...manifest.devDependencies };

  test("each has a line of reason in docs/dependencies.md, and no line is left over", () => {
    const rows = readFileSync(join(ROOT, "docs/dependencies.md"), "utf8").match(/^\| *`?[@\w./-]+`? *\|.*\|$/gm) ?? [];
    const reasons = rows.map((row) =>
      row
        .split("|")
        .map((cell) => cell.trim().replaceAll("`", ""))
        .slice(1, 3),
    );
    const named = reasons.filter(([name = "", reason = ""]) => name in all && reason.length >= 8).map(([name]) => name);
    expect(Object.keys(all).filter((name) => !named.includes(name))).toEqual([]);
  });

  test("each is one exact version", () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test.each([
    ["next", "16.4.1", "CVE-2026-126187"],
    ["react", "19.2.1", "CVE-2025-55182"],
    ["react-dom", "19.2.1", "CVE-2025-55182"],
  ])("%s is not older than %s, in which %s was closed", (name, floor) => {
    const installed = (
      JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")) as { version: string }
    ).version;
    expect(isAtLeast(installed, floor)).toBe(true);
    expect(isAtLeast(all[name] ?? "0.0.0", floor)).toBe(true);
  });
});

function isAtLeast(version: string, floor: string): boolean {
  const [have, need] = [version, floor].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  for (let part = 0; part < 3; part++) {
    const [a = 0, b = 0] = [have?.[part], need?.[part]];
    if (a !== b) return a > b;
  }
  return true;
}
