import "server-only";
import { open } from "node:fs/promises";

export type Size = { readonly width: number; readonly height: number };

const HEAD_BYTES = 65_536;

/** Width and height in pixels, read from the first bytes of a file; null when they do not say. */
export async function pictureSize(path: string): Promise<Size | null> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return sizeOf(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

export function sizeOf(head: Buffer): Size | null {
  if (head.length < 30) return svgSize(head.toString("utf8"));
  if (head.toString("latin1", 1, 4) === "PNG") return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  if (head.toString("latin1", 8, 12) === "WEBP") return webpSize(head);
  if (head.readUInt16BE(0) === 0xffd8) return jpegSize(head);
  return svgSize(head.toString("utf8"));
}

function webpSize(head: Buffer): Size | null {
  const kind = head.toString("latin1", 12, 16);
  if (kind === "VP8X") return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
  if (kind === "VP8 ") return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
  if (kind !== "VP8L") return null;
  const bits = head.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

/** Walks the segments to the frame header, which alone knows the size. */
function jpegSize(head: Buffer): Size | null {
  let at = 2;
  while (at + 9 < head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) };
    at += 2 + head.readUInt16BE(at + 2);
  }
  return null;
}

function svgSize(text: string): Size | null {
  const tag = /<svg\b[^>]*>/.exec(text)?.[0];
  if (!tag) return null;
  const pixels = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(tag)?.[1]);
  const [width, height] = [pixels("width"), pixels("height")];
  if (width > 0 && height > 0) return { width, height };
  const box =
    /\sviewBox="([^"]+)"/
      .exec(tag)?.[1]
      ?.split(/[\s,]+/)
      .map(Number) ?? [];
  const [, , boxWidth = 0, boxHeight = 0] = box;
  return boxWidth > 0 && boxHeight > 0 ? { width: boxWidth, height: boxHeight } : null;
}
