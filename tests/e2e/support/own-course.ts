import { chmod, mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { untilListening } from "../../../scripts/processes/health.ts";
import { aWebProgram, started } from "./portal.ts";

const PATIENCE_MS = 60_000;

/** A folder with a course of its own, which the web process' own user may read as well. */
async function courseFolder(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "own-course-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, "content", path)), { recursive: true });
    await writeFile(join(folder, "content", path), text);
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
  const [folder, program] = await Promise.all([courseFolder(files), aWebProgram()]);
  const { child, exited } = started(program, [`--allow-fs-read=${folder}`, ...program.arguments], folder);
  try {
    await untilListening("The web process", "127.0.0.1", Number(new URL(program.origin).port), PATIENCE_MS);
    await visit(program.origin);
  } finally {
    child.kill("SIGKILL");
    await exited;
  }
}
