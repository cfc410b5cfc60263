import "server-only";
import { basename, join } from "node:path";
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { addressOf, routeOf } from "./address.ts";
import type { Reference } from "./links.ts";
import { pictureSize } from "./picture-size.ts";
import { lineOf } from "./text.ts";

/** Points pictures at the portal's media, gives each its size, and returns them as they were written. */
export async function hangPictures(tree: Root, directory: string, folder: string): Promise<Reference[]> {
  const pictures: Element[] = [];
  visit(tree, "element", (element) => {
    if (element.tagName === "img") pictures.push(element);
  });
  const written = pictures.map((picture) => ({
    line: lineOf(picture),
    target: String(picture.properties.src ?? ""),
  }));
  await Promise.all(pictures.map((picture) => hang(picture, directory, folder)));
  return written;
}

async function hang(picture: Element, directory: string, folder: string): Promise<void> {
  const address = addressOf(String(picture.properties.src ?? ""), folder);
  Object.assign(picture.properties, { loading: "lazy", decoding: "async" });
  if (address.kind !== "file") return;
  picture.properties.src = routeOf(address) ?? "";
  const size = await pictureSize(join(directory, address.path)).catch(() => "missing" as const);
  if (size === "missing") picture.properties.dataMissing = basename(address.path);
  else if (size) Object.assign(picture.properties, size);
}
