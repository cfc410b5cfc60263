import { joined, numberAt, type Stripped, wordAt } from "./stripped.ts";

const SIGNATURE = "\x89PNG\r\n\x1a\n";
/** What is drawn and in which colours. Texts, times, EXIF, the name of a screen's profile and whatever else is left out. */
const KEPT = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT"]);
/** Length, name and checksum around the data. */
const FRAME = 12;

export const isPng = (file: Uint8Array): boolean => wordAt(file, 0, SIGNATURE.length) === SIGNATURE;

/** Null where the chunks do not lead from the header to the end. What stands behind the end goes. */
export function strippedPng(file: Uint8Array): Stripped | null {
  const chunks = [...chunksOf(file)];
  const names = chunks.map((chunk) => wordAt(chunk, 4));
  const [header] = chunks;
  const isWhole = names.at(-1) === "IEND" && names.includes("IDAT") && names.lastIndexOf("IHDR") === 0;
  if (!header || !isWhole || numberAt(header, 0, 4) !== 13) return null;
  const [width, height] = [numberAt(header, 8, 4), numberAt(header, 12, 4)];
  if (width === 0 || height === 0) return null;
  const kept = chunks.filter((_, place) => KEPT.has(names[place] ?? ""));
  return { bytes: joined([file.subarray(0, SIGNATURE.length), ...kept]), width, height };
}

/** Up to the end, or to where the file breaks off. */
function* chunksOf(file: Uint8Array): Generator<Uint8Array> {
  let at = SIGNATURE.length;
  while (at + FRAME <= file.length) {
    const end = at + FRAME + numberAt(file, at, 4);
    if (end > file.length) return;
    const chunk = file.subarray(at, end);
    yield chunk;
    if (wordAt(chunk, 4) === "IEND") return;
    at = end;
  }
}
