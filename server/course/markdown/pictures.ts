import "server-only";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { addressOf, routeOf } from "./address.ts";
import type { Reference } from "./links.ts";
import { pictureSize, type Size } from "./picture-size.ts";
import { lineOf } from "./text.ts";

/** A picture as it was written, with what its file says; null for what no file says. */
export type Picture = Reference & {
  readonly alt: string;
  readonly bytes: number | null;
  readonly size: Size | null;
};

/** Points pictures at the portal's media, gives each its size, and returns them as they were written. */
export async function hangPictures(tree: Root, directory: string, folder: string): Promise<Picture[]> {
  const pictures: Element[] = [];
  visit(tree, "element", (element) => {
    if (element.tagName === "img") pictures.push(element);
  });
  return Promise.all(pictures.map((picture) => hang(picture, directory, folder)));
}

async function hang(picture: Element, directory: string, folder: string): Promise<Picture> {
  const target = String(picture.properties.src ?? "");
  const written = { line: lineOf(picture), target, alt: String(picture.properties.alt ?? "") };
  const address = addressOf(target, folder);
  Object.assign(picture.properties, { loading: "lazy", decoding: "async" });
  if (address.kind !== "file") return { ...written, bytes: null, size: null };
  picture.properties.src = routeOf(address) ?? "";
  const file = await fileAt(join(directory, address.path)).catch(() => null);
  if (file === null) picture.properties.dataMissing = basename(address.path);
  else Object.assign(picture.properties, file.size);
  return { ...written, bytes: file?.bytes ?? null, size: file?.size ?? null };
}

/** Only of a real file: whoever opens a pipe waits for somebody to write into it. */
async function fileAt(path: string): Promise<Pick<Picture, "bytes" | "size"> | null> {
  const found = await stat(path);
  return found.isFile() ? { bytes: found.size, size: await pictureSize(path) } : null;
}
