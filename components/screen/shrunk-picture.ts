import { drawnPicture } from "../ui/drawn-picture.ts";

/** What is written on a screen can still be read, and a phone sends it in a moment. */
const LARGEST_AREA = 4_000_000;
const LONGEST_SIDE = 8_000;
const QUALITY = 0.9;
/** Where the browser cannot draw the one, it gives a PNG in its place, which a photograph makes huge. */
const KINDS = ["image/webp", "image/jpeg"];

/** The picture drawn anew, and smaller where it is large: of where, when and by what it was made nothing is left. */
export async function shrunkPicture(picture: Blob): Promise<Blob> {
  const { canvas } = await drawnPicture(picture, shrinkingOf);
  return encoded(canvas);
}

export const shrinkingOf = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.min(1, Math.sqrt(LARGEST_AREA / (width * height)), LONGEST_SIDE / Math.max(width, height));

async function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  for (const kind of KINDS) {
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, kind, QUALITY));
    if (drawn?.type === kind) return drawn;
  }
  throw new Error("The picture came out empty.");
}
