/** The bytes of a file in which Windows writes Polish letters with one byte each. */
export function inWindows1250(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1250");
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(new Uint8Array([code])), code]));
  return Uint8Array.from(text, (character) => codes.get(character) ?? 63);
}

/** As Moodle's `excelcsv`: two bytes a letter, with a mark before them. */
export const inUtf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));

export const inUtf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf8"));
