import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LARGEST_PICTURE_BYTES, readPicture } from "#domain/picture/picture";
import {
  aJpeg,
  aPng,
  aWebp,
  jpegSegment,
  PNG_SIGNATURE,
  pngChunk,
  pngHeader,
  pngPixels,
  webpCanvas,
  webpChunk,
  webpImage,
  webpOf,
} from "../support/pictures.ts";

const PLACE = Buffer.from("GPS 52.2297 N 21.0122 E");
const BYTES = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
/** What is left of a picture that is one, as a Buffer. */
function left(file: Uint8Array): Buffer {
  const read = readPicture(file);
  if (!read.ok) throw new Error(`The picture was refused: ${read.refusal}`);
  return Buffer.from(read.value.bytes);
}
const answerTo = (file: Uint8Array) => {
  const read = readPicture(file);
  return read.ok ? `${read.value.type} ${read.value.width} × ${read.value.height}` : read.refusal;
};

describe("a picture", () => {
  test("is known by its own bytes, with its size", () => {
    expect(answerTo(aPng({ width: 40, height: 30 }))).toBe("image/png 40 × 30");
    expect(answerTo(aJpeg())).toBe("image/jpeg 1280 × 720");
    expect(answerTo(aWebp())).toBe("image/webp 1024 × 1024");
    expect(answerTo(aWebp(webpChunk("EXIF", PLACE)))).toBe("image/webp 1024 × 1024");
  });

  test.each([
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ["SVG behind white space", '\n\n <?xml version="1.0"?><svg/>'],
    ["GIF", "GIF89a\x01\0\x01\0"],
    ["HEIC", "\0\0\0\x18ftypheic"],
    ["PDF", "%PDF-1.7"],
    ["page that names itself a PNG further on", "<!doctype html>\x89PNG\r\n\x1a\n"],
    ["film in the coat of WebP", "RIFF\x04\0\0\0AVI "],
    ["nothing", ""],
  ])("is no %s", (_, text) => {
    expect(answerTo(Buffer.from(text, "latin1"))).toBe("kind");
  });

  test("of more than three megabytes is too large, and is not looked into", () => {
    const filler = pngChunk("tEXt", new Uint8Array(LARGEST_PICTURE_BYTES));
    expect(answerTo(aPng({ before: [filler] }))).toBe("too_large");
  });

  test.each([
    ["16385 × 1", pngHeader(16_385, 1)],
    ["1 × 4294967295", pngHeader(1, 0xffff_ffff)],
    ["16000 × 16000", pngHeader(16_000, 16_000)],
  ])("that unfolds to %s points is refused, however small its file is", (_, header) => {
    const bomb = Buffer.concat([PNG_SIGNATURE, header, pngPixels(1, 1), pngChunk("IEND")]);
    expect(answerTo(bomb)).toBe("too_wide");
    expect(bomb.length).toBeLessThan(100);
  });

  test("of many scans over the same points is refused", () => {
    const scan = Buffer.concat([jpegSegment(0xda, Buffer.alloc(6)), Buffer.from([1])]);
    expect(answerTo(aJpeg(Array(60).fill(scan)))).toBe("image/jpeg 1280 × 720");
    expect(answerTo(aJpeg(Array(65).fill(scan)))).toBe("broken");
  });

  test("that says it is larger than what is drawn, or is no still one, is refused", () => {
    expect(answerTo(webpOf(webpCanvas(16_000, 16_000), webpImage()))).toBe("broken");
    expect(answerTo(webpOf(webpCanvas(1024, 1024), webpImage(), webpImage()))).toBe("broken");
    expect(answerTo(webpOf(webpCanvas(1024, 1024, 2), webpChunk("ANIM", PLACE), webpImage()))).toBe("broken");
    expect(answerTo(Buffer.concat([PNG_SIGNATURE, pngHeader(4, 4), aPng().subarray(8)]))).toBe("broken");
    expect(answerTo(aPng({ width: 0 }))).toBe("broken");
  });
});

describe("what a picture tells besides what is drawn", () => {
  test.each([
    [
      "a PNG's texts, times and EXIF",
      aPng({ before: ["tEXt", "iTXt", "zTXt", "eXIf", "iCCP"].map((name) => pngChunk(name, PLACE)) }),
    ],
    [
      "what stands behind a PNG, such as an archive or a page",
      aPng({ after: [Buffer.from("PK\x03\x04<script>"), PLACE] }),
    ],
    [
      "a JPEG's EXIF, XMP, comments and preview",
      aJpeg([0xe0, 0xe1, 0xe2, 0xed, 0xfe].map((marker) => jpegSegment(marker, PLACE))),
    ],
    ["what stands behind a JPEG", aJpeg([], PLACE)],
    [
      "a WebP's EXIF, XMP and profile",
      aWebp(webpChunk("EXIF", PLACE), webpChunk("XMP ", PLACE), webpChunk("ICCP", PLACE)),
    ],
    ["what stands behind a WebP", Buffer.concat([aWebp(), PLACE])],
  ])("goes: %s", (_, file) => {
    expect(file.includes(PLACE)).toBe(true);
    expect(left(file).includes(PLACE)).toBe(false);
  });

  test("goes whatever it is, and what is drawn in a PNG stays byte for byte", () => {
    const names = fc.constantFrom("tEXt", "iTXt", "eXIf", "tIME", "pHYs", "acTL", "fdAT", "prVt");
    const chunks = fc.array(
      fc.tuple(names, BYTES).map(([name, data]) => pngChunk(name, data)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(chunks, BYTES, fc.integer({ min: 1, max: 60 }), (before, after, side) => {
        const plain = aPng({ width: side, height: 7 });
        expect(left(aPng({ width: side, height: 7, before, after: [after] }))).toEqual(plain);
      }),
    );
  });

  test("goes whatever it is, and what is drawn in a JPEG stays byte for byte", () => {
    const markers = fc.constantFrom(0xe1, 0xe2, 0xe3, 0xed, 0xef, 0xfe);
    const segments = fc.array(fc.tuple(markers, BYTES).map(([marker, data]) => jpegSegment(marker, data)));
    const drawn = aJpeg().subarray(aJpeg().indexOf(Buffer.from([0xff, 0xda])));
    const plain = left(aJpeg());
    expect(plain.subarray(-drawn.length).equals(drawn)).toBe(true);
    fc.assert(
      fc.property(segments, BYTES, (before, after) => {
        expect(left(aJpeg(before, after)).equals(plain)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("goes whatever it is, and what is drawn in a WebP stays byte for byte", () => {
    const names = fc.constantFrom("EXIF", "XMP ", "ICCP", "junk");
    const chunks = fc.array(
      fc.tuple(names, BYTES).map(([name, data]) => webpChunk(name, data)),
      { minLength: 1 },
    );
    const plain = webpOf(webpCanvas(1024, 1024), webpImage());
    fc.assert(
      fc.property(chunks, (others) => {
        expect(left(aWebp(...others)).equals(plain)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("is gone after the first time: a second one changes nothing", () => {
    for (const file of [aPng({ before: [pngChunk("tEXt", PLACE)] }), aJpeg([jpegSegment(0xe1, PLACE)]), aWebp()]) {
      const once = left(file);
      expect(left(once).equals(once)).toBe(true);
    }
  });
});

describe("a file that was cut or spoiled", () => {
  test.each([
    ["PNG", aPng()],
    ["JPEG", aJpeg()],
    ["WebP", aWebp()],
  ])("is no picture, wherever a %s breaks off", (_, file) => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: file.length - 1 }), (length) => {
        expect(answerTo(file.subarray(0, length))).toBe("broken");
      }),
      { numRuns: 60 },
    );
  });

  test("is answered, and what is left of one that is taken is a picture of the same size", () => {
    const files = [aPng({ before: [pngChunk("tEXt", PLACE)] }), aJpeg().subarray(0, 4_000), aWebp().subarray(0, 4_000)];
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(3_999), fc.integer({ min: 0, max: 255 }), (file, place, byte) => {
        const spoiled = Buffer.from(file);
        spoiled[place % file.length] = byte;
        const answer = answerTo(spoiled);
        if (answer.startsWith("image/")) expect(answerTo(left(spoiled))).toBe(answer);
        else expect(["kind", "broken", "too_wide"]).toContain(answer);
      }),
    );
  });
});
