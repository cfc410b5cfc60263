import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, lstat, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { progressOf } from "../../processes/progress.ts";
import type { Planned } from "./plan.ts";

/** What stands where a file is to go: nothing, the very same, something else, or what no file may replace. */
export type State = "new" | "same" | "other" | "in the way";

export type Compared = Planned & { readonly state: State };

export async function comparedWith(into: string, files: readonly Planned[]): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const file of files) compared.push({ ...file, state: await stateOf(into, file) });
  return compared;
}

async function stateOf(into: string, { to, text, copyOf }: Planned): Promise<State> {
  const parts = dirname(to).split("/");
  for (const [index] of parts.entries()) {
    const folder = await lstat(join(into, ...parts.slice(0, index + 1))).catch(() => null);
    if (folder && !folder.isDirectory()) return "in the way";
  }
  const path = join(into, to);
  const there = await lstat(path).catch(() => null);
  if (there === null) return "new";
  if (!there.isFile()) return "in the way";
  if (text !== undefined) return (await readFile(path)).equals(Buffer.from(text)) ? "same" : "other";
  return (await hashOf(path)) === (await hashOf(copyOf ?? "")) ? "same" : "other";
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** Each file is put in its place whole; what is the same already is not touched. module.yaml comes last, as it is planned. */
export async function write(into: string, files: readonly Compared[]): Promise<void> {
  const due = files.filter(({ state }) => state === "new" || state === "other");
  const bar = progressOf("Wrote");
  bar.start(due.length);
  for (const { to, text, copyOf } of due) {
    const path = join(into, to);
    const part = `${path}.part`;
    await mkdir(dirname(path), { recursive: true });
    if (text !== undefined) await writeFile(part, text);
    else await copyFile(copyOf ?? "", part);
    await rename(part, path);
    bar.add(1);
  }
  bar.end();
}
