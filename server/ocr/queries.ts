import "server-only";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { PICTURE_FILES, PICTURE_RELEASE } from "#domain/paste/picture-files";

const PACKAGES = join(/* turbopackIgnore: true */ process.cwd(), "node_modules");

export type PictureFile = {
  readonly type: string;
  /** Opens the file only when it is called. */
  readonly stream: () => ReadableStream<Uint8Array>;
};

/** One of the files that read a picture in the browser, out of the packages that are installed here; null for any other. */
export async function pictureFile(release: string, name: string, packages = PACKAGES): Promise<PictureFile | null> {
  const path = Object.hasOwn(PICTURE_FILES, name) && release === PICTURE_RELEASE ? PICTURE_FILES[name] : undefined;
  if (!path) return null;
  const file = join(packages, path);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return null;
  return {
    // Not said to be packed: Next takes that header away, and the program unpacks its data itself.
    type: name.endsWith(".js") ? "text/javascript; charset=utf-8" : "application/octet-stream",
    stream: () => Readable.toWeb(createReadStream(file)) as unknown as ReadableStream<Uint8Array>,
  };
}
