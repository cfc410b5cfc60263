"use client";

import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";

type Shown = { readonly src: string; readonly alt: string };
type Props = { readonly words: { readonly close: string } };

/** Shows a picture of the page large. Without scripts its link opens the file. */
export function Lightbox({ words }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const open = (event: MouseEvent) => {
      const picture = pictureOf(event);
      if (!picture) return;
      event.preventDefault();
      setShown(picture);
      dialog.current?.showModal();
    };
    document.addEventListener("click", open);
    return () => document.removeEventListener("click", open);
  }, []);
  return (
    <dialog ref={dialog} className="modal" aria-label={shown?.alt || words.close} onClose={() => setShown(null)}>
      {shown && (
        <div className="modal-box max-h-[96dvh] w-auto max-w-[96vw] overflow-auto p-2">
          {/* biome-ignore lint/performance/noImgElement: a page's own picture, as it is served */}
          <img src={shown.src} alt={shown.alt} className="h-auto max-h-[84dvh] w-auto max-w-full bg-base-100" />
          {shown.alt && <p className="mt-2 max-w-prose px-2 text-sm">{shown.alt}</p>}
        </div>
      )}
      <form method="dialog" className="absolute top-2 right-2 z-10">
        <button type="submit" className="btn btn-square size-11" aria-label={words.close}>
          <X className="size-5" aria-hidden="true" />
        </button>
      </form>
      <form method="dialog" className="modal-backdrop">
        <button type="submit" tabIndex={-1} aria-hidden="true" />
      </form>
    </dialog>
  );
}

/** The picture whose link a plain click follows; one with a key held is the browser's own business. */
function pictureOf(event: MouseEvent): Shown | null {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  const image = event.target.closest("a[data-zoom]")?.querySelector("img");
  return image ? { src: image.currentSrc || image.src, alt: image.alt } : null;
}
