/**
 * The programs and language data that read a picture in the browser, by the release that their addresses name: a new
 * release has new addresses, so that a browser may keep a file for ever.
 */
export const PICTURE_RELEASE = "7.0.0-1.0.0";

/** File name in the address → path in the installed packages. Nothing else can be asked for. */
export const PICTURE_FILES: Readonly<Record<string, string>> = {
  "worker.min.js": "tesseract.js/dist/worker.min.js",
  "tesseract-core-lstm.wasm.js": "tesseract.js-core/tesseract-core-lstm.wasm.js",
  "tesseract-core-simd-lstm.wasm.js": "tesseract.js-core/tesseract-core-simd-lstm.wasm.js",
  "tesseract-core-relaxedsimd-lstm.wasm.js": "tesseract.js-core/tesseract-core-relaxedsimd-lstm.wasm.js",
  "eng.traineddata.gz": "@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz",
  "pol.traineddata.gz": "@tesseract.js-data/pol/4.0.0_best_int/pol.traineddata.gz",
};

export const PICTURE_FOLDER = `/ocr/${PICTURE_RELEASE}`;
