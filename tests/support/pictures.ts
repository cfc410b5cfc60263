import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { ROOT } from "./sources.ts";

/** A chunk of a PNG as it stands in the file. */
export function pngChunk(name: string, data: Uint8Array = new Uint8Array()): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

export const PNG_SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

export function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of red, green and blue.
  header.set([8, 2], 8);
  return pngChunk("IHDR", header);
}

/** What is drawn: one colour all over. */
export const pngPixels = (width: number, height: number, grey = 200): Buffer =>
  pngChunk("IDAT", deflateSync(Buffer.concat(Array(height).fill(Buffer.from([0, ...Array(3 * width).fill(grey)])))));

type Wish = { width?: number; height?: number; before?: readonly Buffer[]; after?: readonly Buffer[]; grey?: number };

/** A real one, with other chunks before its pixels and behind its end. */
export function aPng({ width = 40, height = 30, before = [], after = [], grey = 200 }: Wish = {}): Buffer {
  const pixels = pngPixels(width, height, grey);
  return Buffer.concat([PNG_SIGNATURE, pngHeader(width, height), ...before, pixels, pngChunk("IEND"), ...after]);
}

/** A segment of a JPEG that says how long it is. */
export function jpegSegment(marker: number, data: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

const realJpeg = () => readFileSync(join(ROOT, "content/modul-1/modul-1.jpg"));
const realWebp = () => readFileSync(join(ROOT, "scripts/simulator/picture.webp"));

/** A real one of 1280 × 720, with other segments at its beginning and bytes behind its end. */
export function aJpeg(before: readonly Buffer[] = [], after = Buffer.alloc(0)): Buffer {
  const real = realJpeg();
  return Buffer.concat([real.subarray(0, 2), ...before, real.subarray(2), after]);
}

/** A chunk of a WebP, with the byte that fills an odd length up. */
export function webpChunk(name: string, data: Uint8Array): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

export function webpOf(...chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from("WEBP"), ...chunks]);
  const head = Buffer.from("RIFF\0\0\0\0", "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

export function webpCanvas(width: number, height: number, flags = 0): Buffer {
  const canvas = Buffer.alloc(10);
  canvas[0] = flags;
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  return webpChunk("VP8X", canvas);
}

/** What is drawn in a real one of 1024 × 1024. */
export const webpImage = (): Buffer => realWebp().subarray(12);
export const aWebp = (...others: readonly Buffer[]): Buffer =>
  others.length === 0 ? realWebp() : webpOf(webpCanvas(1024, 1024, 0x2c), webpImage(), ...others);
