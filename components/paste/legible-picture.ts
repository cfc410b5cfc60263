import { drawnPicture } from "../ui/drawn-picture.ts";

/** As measured on screenshots of error messages (docs/decisions/0014-screenshots-read-in-the-browser.md). */
const READABLE_WIDTH = 2_000;
const MOST_ENLARGED = 2;
const LARGEST_AREA = 8_000_000;
/** A picture half of whose points are darker than this shows light words on a dark ground. */
const DARK = 90;

/** The picture as it is read best: grey, large enough, no larger than needed, dark words on a light ground. */
export async function legiblePicture(picture: Blob): Promise<Uint8Array> {
  const { canvas, context } = await drawnPicture(picture, scaleFor, { willReadFrequently: true });
  const points = context.getImageData(0, 0, canvas.width, canvas.height);
  toDarkOnLight(points.data);
  context.putImageData(points, 0, 0);
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!drawn) throw new Error("The picture came out empty.");
  return new Uint8Array(await drawn.arrayBuffer());
}

export function scaleFor({ width, height }: { readonly width: number; readonly height: number }): number {
  const enlarged = Math.min(MOST_ENLARGED, Math.max(1, READABLE_WIDTH / width));
  return Math.min(enlarged, Math.sqrt(LARGEST_AREA / (width * height)));
}

/** Turns red, green, blue and opacity into grey, in place, and dark pictures over. */
export function toDarkOnLight(data: Uint8ClampedArray): void {
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 4) {
    const grey = Math.round(0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0));
    data[at] = grey;
    counts[grey] = (counts[grey] ?? 0) + 1;
  }
  const isDark = medianOf(counts, data.length / 4) < DARK;
  for (let at = 0; at < data.length; at += 4) {
    const grey = data[at] ?? 0;
    data[at] = data[at + 1] = data[at + 2] = isDark ? 255 - grey : grey;
    data[at + 3] = 255;
  }
}

function medianOf(counts: Uint32Array, total: number): number {
  let seen = 0;
  return counts.findIndex((count) => {
    seen += count;
    return seen * 2 >= total;
  });
}
