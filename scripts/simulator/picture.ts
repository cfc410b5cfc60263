import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

const SIDE = 1024;
const PAPER = [248, 246, 242] as const;
const RING = [231, 226, 214] as const;
const GREEN = [10, 107, 83] as const;

let webp: string | undefined;
let png: string | undefined;

/** In base64. `picture.svg` is what the WebP was drawn from; a PNG is the same thing without the detail. */
export function pictureIn(format: string): { readonly format: string; readonly base64: string } {
  if (format === "webp") {
    webp ??= readFileSync(new URL("picture.webp", import.meta.url)).toString("base64");
    return { format, base64: webp };
  }
  png ??= drawPng().toString("base64");
  return { format: "png", base64: png };
}

function drawPng(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 2], 8); // 8 bits a channel, red green blue
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: SIDE }, (_, y) => row(y))), { level: 9 });
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

function row(y: number): Buffer {
  const line = Buffer.alloc(1 + 3 * SIDE);
  for (let x = 0; x < SIDE; x++) line.set(colourAt(Math.hypot(x - SIDE / 2, y - SIDE / 2)), 1 + 3 * x);
  return line;
}

function colourAt(distance: number): readonly [number, number, number] {
  if (distance < 230) return GREEN;
  return distance < 330 ? RING : PAPER;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
