import "server-only";
import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { broken, type Read } from "./problem.ts";

/** Some eighty thousand words: no page that a person reads to its end, and all that one rendering may take of everybody's time. */
export const MOST_BYTES = 512_000;
/** Nobody follows a quotation within a quotation as deep as that, and whoever walks the tree goes as deep. */
const MOST_LEVELS = 40;
const LEAD = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])+/;
const MARKER = />|[-*+][ \t]|[.)][ \t]|[ \t]{4}/g;

/** The text of a page or a module.yaml below the content folder; null where there is none, problems where it is no text. */
export async function pageText(directory: string, file: string): Promise<Read<string | null>> {
  try {
    const path = await realpath(join(directory, file));
    if (!path.startsWith((await realpath(directory)) + sep))
      return broken(file, 1, "this is a link that leads out of the content folder", "put the page itself here");
    const found = await stat(path);
    if (!found.isFile()) return broken(file, 1, "this is no file", "give the folder a name without .md");
    if (found.size > MOST_BYTES) return tooLong(file, found.size);
    return textIn(file, await readFile(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return { ok: true, value: null };
    return broken(file, 1, `the file cannot be read (${code})`, "let the portal's user read it");
  }
}

function tooLong(file: string, bytes: number): Read<never> {
  const message = `the page has ${Math.ceil(bytes / 1000)} kB, more than ${MOST_BYTES / 1000} kB`;
  return broken(file, 1, message, "divide it into several pages");
}

function textIn(file: string, bytes: Buffer): Read<string> {
  const text = decoded(bytes);
  if (text === null) return broken(file, lineNotUtf8(bytes), "this line is not UTF-8", "save the file as UTF-8");
  const lines = text.split("\n");
  const nul = lines.findIndex((line) => line.includes("\0"));
  if (nul >= 0) return broken(file, nul + 1, "this line holds a NUL character", "delete it: the line is no text");
  const deep = lines.findIndex((line) => levelsOf(line) > MOST_LEVELS);
  if (deep >= 0)
    return broken(file, deep + 1, `this line lies more than ${MOST_LEVELS} levels deep`, "write it less indented");
  return { ok: true, value: text };
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A replacement character stands for what could not be read, so the lines before it were. */
const lineNotUtf8 = (bytes: Buffer): number => bytes.toString("utf8").split("\uFFFD", 1)[0]?.split("\n").length ?? 1;

const levelsOf = (line: string): number => LEAD.exec(line)?.[0].match(MARKER)?.length ?? 0;
