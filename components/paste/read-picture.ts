import type { Worker } from "tesseract.js";
import { PICTURE_FOLDER } from "#domain/paste/picture-files";
import { legiblePicture } from "./legible-picture.ts";

const LANGUAGES = ["eng", "pol"];
/** The neural reader alone, which is all that our language data holds. */
const LSTM_ONLY = 1;

type Wish = {
  /** How much has been read, in percent; null while the reader is still being fetched. */
  readonly tell: (percent: number | null) => void;
  readonly signal: AbortSignal;
};

/** The words in a picture, read on this device. The reader is fetched when the first picture comes. */
export async function readPicture(picture: Blob, { tell, signal }: Wish): Promise<string> {
  const image = await legiblePicture(picture);
  const worker = startWorker(tell);
  try {
    const reading = worker.then((ready) => {
      signal.throwIfAborted();
      // Bytes are taken as they are; the types know only Node's.
      return ready.recognize(image as Buffer);
    });
    const { data } = await Promise.race([reading, whenAborted(signal)]);
    return tidied(data.text);
  } finally {
    void worker.then(
      (started) => started.terminate(),
      () => undefined,
    );
  }
}

async function startWorker(tell: Wish["tell"]): Promise<Worker> {
  const { default: tesseract } = await import("tesseract.js");
  return new Promise((resolve, reject) => {
    const options = {
      workerPath: `${PICTURE_FOLDER}/worker.min.js`,
      corePath: PICTURE_FOLDER,
      langPath: PICTURE_FOLDER,
      // A blob would inherit the policy of the page, which allows no WebAssembly.
      workerBlobURL: false,
      // The browser's own cache keeps the files; a second copy in its database helps nobody.
      cacheMethod: "none",
      logger: ({ status, progress }: { status: string; progress: number }) =>
        tell(status === "recognizing text" ? Math.round(100 * progress) : null),
      // Some faults are told here alone, and would leave the promise open for ever.
      errorHandler: reject,
    };
    tesseract.createWorker(LANGUAGES, LSTM_ONLY, options).then(resolve, reject);
  });
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** Without the blank lines and the spaces at line ends that reading leaves. */
const tidied = (text: string): string =>
  text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
