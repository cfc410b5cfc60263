import { chmod, mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { withWeb } from "./portal.ts";

/** A folder with a course of its own, which the web process' own user may read as well. */
async function courseFolder(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "own-course-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await chmod(folder, 0o755);
  for (const name of await readdir(folder, { recursive: true })) await chmod(join(folder, name), 0o755);
  return folder;
}

/** The portal with a course that no other journey reads, for as long as `visit` takes. */
export async function withCourse(
  files: Readonly<Record<string, string | Buffer>>,
  visit: (origin: string) => Promise<void>,
): Promise<void> {
  await withWeb({ content: await courseFolder(files) }, visit);
}
