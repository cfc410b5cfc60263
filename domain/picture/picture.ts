import { done, type Outcome, refused } from "../outcome.ts";
import { isJpeg, strippedJpeg } from "./jpeg.ts";
import { isPng, strippedPng } from "./png.ts";
import type { Stripped } from "./stripped.ts";
import { isWebp, strippedWebp } from "./webp.ts";

export type PictureType = "image/png" | "image/jpeg" | "image/webp";
/** A picture that holds what is drawn, and nothing else that its file may have told. */
export type Picture = Stripped & { readonly type: PictureType };
export type PictureRefusal = "too_large" | "kind" | "broken" | "too_wide";

/** As sent. */
export const LARGEST_PICTURE_BYTES = 3 * 1024 * 1024;
/** A few bytes can unfold into a wall: what is drawn takes four bytes of memory for each point. */
const LONGEST_SIDE = 16_384;
const LARGEST_AREA = 25_000_000;

const KINDS = [
  { type: "image/png", is: isPng, strip: strippedPng },
  { type: "image/jpeg", is: isJpeg, strip: strippedJpeg },
  { type: "image/webp", is: isWebp, strip: strippedWebp },
] as const;

/** A file by its own bytes, whatever it is called, without where and by what it was made. Nothing is decoded. */
export function readPicture(file: Uint8Array): Outcome<Picture, PictureRefusal> {
  if (file.length > LARGEST_PICTURE_BYTES) return refused("too_large");
  const kind = KINDS.find(({ is }) => is(file));
  if (!kind) return refused("kind");
  const stripped = kind.strip(file);
  if (!stripped) return refused("broken");
  return isTooWide(stripped) ? refused("too_wide") : done({ ...stripped, type: kind.type });
}

const isTooWide = ({ width, height }: Stripped): boolean =>
  Math.max(width, height) > LONGEST_SIDE || width * height > LARGEST_AREA;
