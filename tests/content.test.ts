import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkContent } from "#server/course/check";
import { moduleFolders } from "#server/course/module-folder";

/** Close behind the days on which the pages were followed: that they grow old is told by the command, and fails no test. */
const NOW = new Date("2026-12-01T12:00:00Z");
const CONTENT = join(import.meta.dirname, "../content");

test("every page, cause, translation, picture, link and time of the course is sound", async () => {
  expect(await checkContent(CONTENT, NOW)).toEqual([]);
});

test("a fault in a copy of the course is told with its file and line", async () => {
  const copy = await mkdtemp(join(tmpdir(), "content-"));
  await cp(CONTENT, copy, { recursive: true });
  const [module] = await moduleFolders(copy);
  const file = `${module?.slug}/${module?.lessons[0]}.md`;
  const text = (await readFile(join(copy, file), "utf8")).trimEnd();
  await writeFile(join(copy, file), `${text}\n\n![Ekran](assets/nie-ma-takiego.png)\n`);
  const line = text.split("\n").length + 2;
  expect(await checkContent(copy, NOW)).toEqual([expect.objectContaining({ file, line })]);
});
