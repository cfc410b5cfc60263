import { useEffect, useRef, useState } from "react";
import { type PictureRefusal, refusalOf } from "./picture-kind.ts";
import { readPicture } from "./read-picture.ts";

export type PictureState =
  | { readonly kind: "none" }
  /** Null while the reader is on its way. */
  | { readonly kind: "reading"; readonly percent: number | null }
  | { readonly kind: "read" }
  | { readonly kind: "refused"; readonly refusal: PictureRefusal };

const NONE: PictureState = { kind: "none" };

/** Reads one picture at a time; a new one takes the place of the one that is being read. */
export function usePicture(onWords: (words: string) => void) {
  const [state, setState] = useState(NONE);
  const running = useRef<AbortController>(null);
  const cancel = () => {
    running.current?.abort();
    setState(NONE);
  };
  useEffect(() => () => running.current?.abort(), []);

  const read = async (file: File) => {
    running.current?.abort();
    const refusal = refusalOf(file);
    if (refusal) return setState({ kind: "refused", refusal });
    const own = new AbortController();
    running.current = own;
    const show = (next: PictureState) => !own.signal.aborted && setState(next);
    show({ kind: "reading", percent: null });
    try {
      const tell = (percent: number | null) => show({ kind: "reading", percent });
      const words = await readPicture(file, { tell, signal: own.signal });
      if (own.signal.aborted) return;
      show(words === "" ? { kind: "refused", refusal: "no_words" } : { kind: "read" });
      if (words !== "") onWords(words);
    } catch (error) {
      // The browser says so of a file that it cannot draw; everything else is the reader that did not come.
      const isUndrawable = error instanceof DOMException && error.name === "InvalidStateError";
      show({ kind: "refused", refusal: isUndrawable ? "unreadable" : "no_reader" });
    }
  };
  return { state, read, cancel };
}
