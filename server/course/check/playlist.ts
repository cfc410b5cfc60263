import "server-only";
import { readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { isServed } from "../media.ts";
import { isThere } from "../memory.ts";
import type { Problem } from "../problem.ts";

type Named = { readonly name: string; readonly line: number };

/** Playlists and segments stand in lines of their own, further ones in `URI="…"`. */
function namesIn(text: string): Named[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const name = line.startsWith("#") ? /\bURI="([^"]+)"/.exec(line)?.[1] : line.trim();
    return name ? [{ name, line: index + 1 }] : [];
  });
}

/** What is wrong in a playlist of a module and in those that it names. */
export async function playlistProblems(
  directory: string,
  file: string,
  seen: readonly string[] = [],
): Promise<Problem[]> {
  const text = await readFile(join(directory, file), "utf8").catch(() => null);
  if (text === null || seen.includes(file)) return [];
  if (!text.startsWith("#EXTM3U"))
    return [
      {
        file,
        line: 1,
        message: "the first line is not #EXTM3U",
        fix: "make the playlist again, with HLS as its format",
      },
    ];
  const read = namesIn(text).map((named) => namedProblems(directory, file, named, [...seen, file]));
  return (await Promise.all(read)).flat();
}

async function namedProblems(directory: string, file: string, { name, line }: Named, seen: readonly string[]) {
  const fix = "name a file beside the playlist, and add it";
  const path = normalize(join(dirname(file), name));
  const isWithin = path.split("/")[0] === file.split("/")[0] && !/^[a-z]+:|^\/|[?#]/i.test(name);
  if (!isWithin || !isServed(path)) return [{ file, line, message: `the portal hands out no such file: ${name}`, fix }];
  if (!isThere(join(directory, path))) return [{ file, line, message: `there is no file ${path}`, fix }];
  return path.endsWith(".m3u8") ? playlistProblems(directory, path, seen) : [];
}
