import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

type Entry = { id: string; private: string };

/** The ids that the file holds; none where there is no file. */
export const idsIn = async (file: string): Promise<string[]> => (await entriesOf(file)).map(({ id }) => id);

export async function addToKeyring(file: string, entry: Entry): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await replace(file, [...(await entriesOf(file)), entry]);
}

/** Says whether it was there. */
export async function removeFromKeyring(file: string, id: string): Promise<boolean> {
  const entries = await entriesOf(file);
  const left = entries.filter((entry) => entry.id !== id);
  if (left.length === entries.length) return false;
  await replace(file, left);
  return true;
}

async function entriesOf(file: string): Promise<Entry[]> {
  const present = await readFile(file, "utf8").catch(() => '{"keys":[]}');
  return (JSON.parse(present) as { keys: Entry[] }).keys;
}

/** Written whole beside the old one and then renamed, so that a crash leaves one of the two and never a half. */
async function replace(file: string, keys: readonly Entry[]): Promise<void> {
  const next = `${file}.next`;
  await writeFile(next, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600 });
  await chmod(next, 0o600);
  await rename(next, file);
}
