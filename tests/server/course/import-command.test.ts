import { execFile } from "node:child_process";
import { mkdir, readdir, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "#server/course/check";
import { importSite } from "../../../scripts/content/import.ts";
import { save } from "./a-course.ts";
import { anEmptyCourse, aSite, read } from "./a-site.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SITE = { "docs/index.md": "# I\n\n![P](img/p.svg)\n", "docs/img/p.svg": "<svg/>", "docs/b/c.md": "# C\n" };
const FILES = [
  "b",
  "b/c.md",
  "b/module.yaml",
  "kurs",
  "kurs/assets",
  "kurs/assets/p.svg",
  "kurs/index.md",
  "kurs/module.yaml",
];

/** The command as a person calls it. */
function called(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const args = ["--conditions=react-server", join(ROOT, "scripts/content.ts"), "import", ...words];
  return new Promise((resolve) =>
    execFile(process.execPath, args, { cwd: ROOT }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  );
}

const filesIn = async (directory: string) => (await readdir(directory, { recursive: true })).sort();

describe("npm run content -- import", () => {
  test("writes a course that the check has nothing to say against but what wants a person", async () => {
    const into = await anEmptyCourse();
    const { code, out } = await called(await aSite(SITE), "--into", into);
    expect([code, await filesIn(into)]).toEqual([0, FILES]);
    expect(out).toContain("+ docs/img/p.svg → kurs/assets/p.svg");
    expect(out).toContain("5 files in 2 modules: 5 new (+), 0 as they are already (=), 0 in the way (!); 0 remarks");
    const problems = (await checkContent(into)).filter(({ file }) => !/^(?:causes|tools)\//.test(file));
    const errors = problems.filter(({ severity, message }) => severity === "error" && !/no step of/.test(message));
    expect(errors).toEqual([]);
  });

  test("says the same for a trial, and writes nothing", async () => {
    const [site, into] = [await aSite(SITE), await anEmptyCourse()];
    const trial = await called(site, "--into", into, "--dry-run");
    expect([trial.code, await filesIn(into)]).toEqual([0, []]);
    const real = await called(site, "--into", into);
    const report = (text: string) => text.slice(0, text.indexOf("remarks"));
    expect(report(trial.out)).toBe(report(real.out));
  });

  test("changes nothing the second time", async () => {
    const [site, into] = [await aSite(SITE), await anEmptyCourse()];
    await called(site, "--into", into);
    const { mtimeMs } = await stat(join(into, "b/c.md"));
    const { code, out } = await called(site, "--into", into);
    expect([code, (await stat(join(into, "b/c.md"))).mtimeMs]).toEqual([0, mtimeMs]);
    expect(out).toContain("0 new (+), 5 as they are already (=)");
  });

  test("stops before anything is written when something else is there, and replaces it when it is told to", async () => {
    const [site, into] = [await aSite(SITE), await anEmptyCourse()];
    await save(into, "kurs/index.md", "# Own\n");
    const first = await called(site, "--into", into);
    expect([first.code, await filesIn(into)]).toEqual([1, ["kurs", "kurs/index.md"]]);
    expect(first.err).toContain("kurs/index.md");
    expect(await read(into, "kurs/index.md")).toBe("# Own\n");
    expect((await called(site, "--into", into, "--overwrite")).code).toBe(0);
    expect(await read(into, "kurs/index.md")).toContain("assets/p.svg");
  });

  test("writes through no link and over no folder, whatever it is told", async () => {
    const [site, into, elsewhere] = [await aSite(SITE), await anEmptyCourse(), await anEmptyCourse()];
    await symlink(elsewhere, join(into, "kurs"));
    await mkdir(join(into, "b/c.md"), { recursive: true });
    const { code, err } = await called(site, "--into", into, "--overwrite");
    expect([code, await filesIn(elsewhere)]).toEqual([1, []]);
    expect(err).toContain("move them away");
  });

  test("puts its modules behind those that are there, and takes no name that a lesson of theirs has", async () => {
    const into = await anEmptyCourse();
    await save(into, "old/module.yaml", "title: { pl: A, en: A }\norder: 4\nlessons: [c]\n");
    await save(into, "old/c.md", "# C\n");
    await called(await aSite(SITE), "--into", into);
    expect(await read(into, "kurs/module.yaml")).toContain("order: 5");
    expect(await read(into, "b/module.yaml")).toContain("- b-c");
  });

  test("tells how it is called, with an exit code of its own", async () => {
    expect(await called("--what")).toMatchObject({ code: 2, err: expect.stringMatching(/^usage:/) });
  });

  test("says in a sentence what is wrong with the call or the site", async () => {
    const site = await aSite(SITE);
    await expect(importSite(["/no/such/folder"])).rejects.toThrow(/There is no folder/);
    await expect(importSite([await anEmptyCourse()])).rejects.toThrow(/no mkdocs\.yml/);
    await expect(importSite([site, "--module", "Ó"])).rejects.toThrow(/no name of a module/);
    await expect(importSite([site, "--into", join(site, "docs")])).rejects.toThrow(/lies within/);
    await writeFile(join(site, "mkdocs.yml"), "site_name: [\n");
    await expect(importSite([site])).rejects.toThrow(/mkdocs\.yml:\d+ {2}YAML/);
    await writeFile(join(site, "mkdocs.yml"), "docs_dir: ../..\n");
    await expect(importSite([site])).rejects.toThrow(/leads out of the folder/);
  });
});
