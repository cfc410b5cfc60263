import { joined, type Stripped, smallFirstAt, wordAt } from "./stripped.ts";

const HEAD = 12;
const HAS_ALPHA = 0x10;
const DRAWN = ["VP8 ", "VP8L"];

export const isWebp = (file: Uint8Array): boolean => wordAt(file, 0) === "RIFF" && wordAt(file, 8) === "WEBP";

/** Null where there is not exactly one still picture. Profiles, EXIF, XMP, what is unknown and what stands behind go. */
export function strippedWebp(file: Uint8Array): Stripped | null {
  const end = 8 + smallFirstAt(file, 4, 4);
  const chunks = end > file.length ? [] : [...chunksOf(file.subarray(0, end))];
  const named = (...names: string[]) => chunks.filter((chunk) => names.includes(wordAt(chunk, 0)));
  const [canvas] = named("VP8X");
  const [image, second] = named(...DRAWN);
  if (!image || second || named("ANIM", "ANMF").length > 0) return null;
  const size = sizeOf(image);
  if (!size || (canvas && !isOfSize(canvas, size))) return null;
  const body = canvas ? [stillCanvas(canvas), ...named("ALPH", ...DRAWN)] : [image];
  return { bytes: joined([headFor(body), ...body]), ...size };
}

/** Up to the end, or to where the file breaks off. A chunk of odd length is followed by one byte more. */
function* chunksOf(file: Uint8Array): Generator<Uint8Array> {
  let at = HEAD;
  while (at + 8 <= file.length) {
    const length = smallFirstAt(file, at + 4, 4);
    const end = at + 8 + length + (length % 2);
    if (end > file.length) return;
    yield file.subarray(at, end);
    at = end;
  }
}

function sizeOf(image: Uint8Array): { width: number; height: number } | null {
  return wordAt(image, 0) === "VP8L" ? losslessSize(image) : lossySize(image);
}

function lossySize(image: Uint8Array) {
  if (image.length < 18 || wordAt(image, 11, 3) !== "\x9d\x01\x2a") return null;
  const [width, height] = [smallFirstAt(image, 14, 2) & 0x3fff, smallFirstAt(image, 16, 2) & 0x3fff];
  return width === 0 || height === 0 ? null : { width, height };
}

function losslessSize(image: Uint8Array) {
  if (image.length < 13 || image[8] !== 0x2f) return null;
  const bits = smallFirstAt(image, 9, 4);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** Where a larger canvas is declared, a browser makes room for that. */
const isOfSize = (canvas: Uint8Array, { width, height }: { width: number; height: number }): boolean =>
  canvas.length === 18 && smallFirstAt(canvas, 12, 3) + 1 === width && smallFirstAt(canvas, 15, 3) + 1 === height;

/** Says of itself no more than whether something is transparent. */
function stillCanvas(canvas: Uint8Array): Uint8Array {
  const still = canvas.slice();
  still[8] = (canvas[8] ?? 0) & HAS_ALPHA;
  return still;
}

function headFor(body: readonly Uint8Array[]): Uint8Array {
  const head = new TextEncoder().encode("RIFF\0\0\0\0WEBP");
  const length = body.reduce((sum, chunk) => sum + chunk.length, 4);
  new DataView(head.buffer).setUint32(4, length, true);
  return head;
}
