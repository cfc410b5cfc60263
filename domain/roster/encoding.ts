export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1250" | "iso-8859-2";

const SAMPLE_BYTES = 4_096;

/** The Polish letters that the two Polish encodings of one byte write differently: ą ś ź and their capitals. */
const OF_1250 = [0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f];
const OF_8859_2 = [0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac];

/** By the mark at the beginning, else by what the bytes can be; null for what is no text, such as a picture. */
export function encodingOf(bytes: Uint8Array): Encoding | null {
  const [a = 0, b = 0, c = 0] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.includes(0)) return zerosIn(sample);
  if (isControlled(sample)) return null;
  return isUtf8(bytes) ? "utf-8" : singleByteOf(bytes);
}

/** Latin letters of two bytes have a zero in every second place; zeros anywhere else are no text. */
function zerosIn(sample: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  for (const [place, byte] of sample.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = sample.length / 2;
  if (even === 0 && odd > most * 0.8) return "utf-16le";
  return odd === 0 && even > most * 0.8 ? "utf-16be" : null;
}

/** Control characters other than those of lines and tabs are in no list of people. */
const isControlled = (sample: Uint8Array): boolean =>
  sample.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d].includes(byte));

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function singleByteOf(bytes: Uint8Array): Encoding {
  const has = (marks: readonly number[]) => bytes.some((byte) => marks.includes(byte));
  return has(OF_8859_2) && !has(OF_1250) ? "iso-8859-2" : "windows-1250";
}
