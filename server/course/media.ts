import "server-only";
import { createReadStream } from "node:fs";
import { lstat, readFile, realpath } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { Readable } from "node:stream";
import { captionsOf } from "#domain/course/captions";
import { webVtt } from "#domain/course/webvtt";
import { contentDirectory } from "../environment.ts";

/** What the portal hands out of the content folder; anything else there does not exist for a reader. */
const TYPES: Readonly<Record<string, string>> = {
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".mp4": "video/mp4",
  ".vtt": "text/vtt; charset=utf-8",
  ".srt": "text/vtt; charset=utf-8",
  ".m3u8": "application/vnd.apple.mpegurl",
  ".ts": "video/mp2t",
  ".m4s": "video/iso.segment",
};

export const isServed = (file: string): boolean => extname(file).toLowerCase() in TYPES;

/** Bytes from `start` to `end`, both counted in. */
export type Range = { readonly start: number; readonly end: number };

export type Media = {
  readonly size: number;
  readonly type: string;
  readonly mtime: Date;
  /** Opens the file only when it is called. */
  readonly stream: (range?: Range) => ReadableStream<Uint8Array>;
};

const isPlain = (part: string): boolean => /^[^/\\\0]+$/.test(part) && !part.startsWith(".");

/** A file of a module; null for one that is not there, not of an allowed kind, or reached by a way around. */
export async function openMedia(
  module: string,
  path: readonly string[],
  directory = contentDirectory(),
): Promise<Media | null> {
  const extension = extname(path.at(-1) ?? "").toLowerCase();
  const type = TYPES[extension];
  if (!type || ![module, ...path].every(isPlain)) return null;
  const file = join(directory, module, ...path);
  const found = await lstat(file).catch(() => null);
  if (!found?.isFile() || !(await liesWithin(file, directory))) return null;
  const { size, mtime } = found;
  if (extension === ".srt") return { type, mtime, ...(await asWebVtt(file)) };
  return { size, type, mtime, stream: (range) => bytesOf(file, range ?? { start: 0, end: size - 1 }) };
}

/** Browsers show SubRip only as WebVTT. */
async function asWebVtt(file: string): Promise<Pick<Media, "size" | "stream">> {
  const bytes = Buffer.from(webVtt(captionsOf(await readFile(file, "utf8")).cues));
  const stream = (range?: Range) => new Blob([range ? bytes.subarray(range.start, range.end + 1) : bytes]).stream();
  return { size: bytes.length, stream };
}

async function liesWithin(file: string, directory: string): Promise<boolean> {
  const [real, root] = await Promise.all([realpath(file), realpath(directory)]);
  return real.startsWith(root + sep);
}

function bytesOf(file: string, { start, end }: Range): ReadableStream<Uint8Array> {
  if (end < start) return new Blob([]).stream();
  return Readable.toWeb(createReadStream(file, { start, end })) as unknown as ReadableStream<Uint8Array>;
}

/**
 * The part of a file that a Range header asks for: null when it asks for all of it (or for what we need not understand:
 * several ranges, other units), "unsatisfiable" when it begins behind the end.
 */
export function rangeOf(header: string | null, size: number): Range | "unsatisfiable" | null {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (from === "" && to === "") return null;
  if (from !== "" && to !== "" && Number(to) < Number(from)) return null;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start >= size || (from === "" && Number(to) === 0) ? "unsatisfiable" : { start, end };
}
