import { joined, numberAt, type Stripped, wordAt } from "./stripped.ts";

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** Baseline, extended and progressive: what browsers draw. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Tables of the coding and the pace of restarts. */
const TABLES: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd]);
/** A progressive picture has ten; each of them is drawn over the whole, however short it is. */
const MOST_SCANS = 64;

type Segment = { readonly marker: number; readonly bytes: Uint8Array };

export const isJpeg = ([first, second, third]: Uint8Array): boolean =>
  first === 0xff && second === START && third === 0xff;

/** Null where the segments do not lead from one frame over its scans to the end. What stands behind the end goes. */
export function strippedJpeg(file: Uint8Array): Stripped | null {
  const segments = [...segmentsOf(file)];
  const frames = segments.filter(({ marker }) => FRAMES.has(marker));
  const scans = segments.filter(({ marker }) => marker === SCAN).length;
  const [frame] = frames;
  const isWhole = segments.at(-1)?.marker === END && scans > 0 && scans <= MOST_SCANS && frames.length === 1;
  if (!frame || !isWhole || frame.bytes.length < 9) return null;
  const [height, width] = [numberAt(frame.bytes, 5, 2), numberAt(frame.bytes, 7, 2)];
  if (width === 0 || height === 0) return null;
  const kept = segments.filter(isKept).map(({ bytes }) => bytes);
  return { bytes: joined([file.subarray(0, 2), ...kept]), width, height };
}

const isKept = (segment: Segment): boolean =>
  FRAMES.has(segment.marker) || TABLES.has(segment.marker) || [SCAN, END].includes(segment.marker) || isColour(segment);

/** Two of the notes of programs say how colours are coded, and nothing else as long as they are this short. */
const isColour = ({ marker, bytes }: Segment): boolean =>
  (marker === 0xe0 && bytes.length === 18 && wordAt(bytes, 4, 5) === "JFIF\0") ||
  (marker === 0xee && bytes.length === 16 && wordAt(bytes, 4, 5) === "Adobe");

/** Up to the end, or to where the file breaks off. */
function* segmentsOf(file: Uint8Array): Generator<Segment> {
  let at = 2;
  while (file[at] === 0xff && at + 1 < file.length) {
    const marker = file[at + 1] ?? 0;
    const end = marker === END ? at + 2 : marker === 0xff ? at + 1 : endOf(file, at, marker);
    if (end > file.length) return;
    if (marker !== 0xff) yield { marker, bytes: file.subarray(at, end) };
    if (marker === END) return;
    at = end;
  }
}

/** A scan says nothing of its length: it goes on to the next marker that is none of its own. */
function endOf(file: Uint8Array, at: number, marker: number): number {
  const head = at + 2 + Math.max(2, numberAt(file, at + 2, 2));
  if (marker !== SCAN) return head;
  const isEnd = (byte: number, place: number) => place >= head && byte === 0xff && !isOfScan(file[place + 1]);
  const end = file.subarray(head).findIndex((byte, place) => isEnd(byte, place + head));
  return end < 0 ? file.length + 1 : head + end;
}

/** A stuffed byte, a restart, a fill. */
const isOfScan = (byte = 0): boolean => byte === 0 || byte === 0xff || (byte >= 0xd0 && byte <= 0xd7);
