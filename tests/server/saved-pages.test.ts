import { mkdtemp, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { environment } from "#server/environment";
import { onChange } from "#server/live/listener";
import { tellOfSavedPages } from "../../scripts/portal/saved-pages.ts";
import { untilListening } from "../support/listening.ts";

const SOON_MS = 3_000;

async function aWatchedFolder() {
  await untilListening();
  const folder = await mkdtemp(join(tmpdir(), "saved-"));
  await writeFile(join(folder, "page.md"), "# A\n");
  const heard: string[] = [];
  onTestFinished(onChange(["everybody"], () => heard.push("change")));
  onTestFinished(tellOfSavedPages(environment().DATABASE_URL, folder));
  return { folder, heard };
}

test("a page that is saved is told to every open page, once for all that the editor did", async () => {
  const { folder, heard } = await aWatchedFolder();
  for (const text of ["# B\n", "# C\n", "# D\n"]) await writeFile(join(folder, "page.md"), text);
  await expect.poll(() => heard, { timeout: SOON_MS }).toEqual(["change"]);
});

test("a page that an editor puts in the place of the old one is told as well, and so is a new one", async () => {
  const { folder, heard } = await aWatchedFolder();
  await writeFile(join(folder, "page.md.new"), "# B\n");
  await rename(join(folder, "page.md.new"), join(folder, "page.md"));
  await expect.poll(() => heard.length, { timeout: SOON_MS }).toBe(1);
  await writeFile(join(folder, "other.md"), "# C\n");
  await expect.poll(() => heard.length, { timeout: SOON_MS }).toBe(2);
});
