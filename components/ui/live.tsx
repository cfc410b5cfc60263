"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

const SETTLE_MS = 120;

/** Said on the window as soon as it is heard of, before the page is asked for. */
export const CHANGED = "rozruch:changed";

type Props = {
  readonly source: string;
  /** Pages that are opened while they change: they also ask for what happened while they were on their way. */
  readonly catchUpOn: string;
  /** Where parts of the page are held still while somebody is at work in them: what is said meanwhile. */
  readonly words?: { readonly changed: string; readonly show: string };
};

/** Somebody points at, types in or has ticked something in a part that is to keep still. */
const isAtWork = (): boolean =>
  document.querySelector("[data-steady] input:checked, [data-steady]:focus-within") !== null ||
  (matchMedia("(hover: hover)").matches && document.querySelector("[data-steady]:hover") !== null);

/**
 * Asks the server for the page again whenever it says that something on it has changed. Silent while the tab is hidden.
 * Nothing moves under a pointer: while somebody is at work in a steady part it says that there is something new, and
 * shows it when they have gone from there or ask for it.
 */
export function Live({ source, catchUpOn, words }: Props) {
  const router = useRouter();
  const [isHeld, hold] = useState(false);
  const held = useRef(false);
  const show = () => {
    held.current = false;
    hold(false);
    router.refresh();
  };
  useEffect(() => {
    let events: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let mayHaveMissed = location.pathname === catchUpOn;
    const look = () => {
      held.current = isAtWork();
      hold(held.current);
      if (!held.current) router.refresh();
    };
    const onChange = () => {
      window.dispatchEvent(new Event(CHANGED));
      refresh();
    };
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLE_MS);
    };
    const goneFrom = () => held.current && refresh();
    // Whoever was hidden or cut off has heard nothing in the meantime.
    const onOpen = () => {
      if (mayHaveMissed) refresh();
      mayHaveMissed = true;
    };
    const listen = () => {
      events?.close();
      if (document.hidden) return;
      events = new EventSource(source);
      events.addEventListener("open", onOpen);
      events.addEventListener("change", onChange);
    };
    listen();
    document.addEventListener("visibilitychange", listen);
    for (const sign of SIGNS) document.addEventListener(sign, goneFrom);
    return () => {
      document.removeEventListener("visibilitychange", listen);
      for (const sign of SIGNS) document.removeEventListener(sign, goneFrom);
      clearTimeout(timer);
      events?.close();
    };
  }, [router, source, catchUpOn]);
  if (!words) return null;
  return (
    <div role="status" className="no-print">
      {isHeld && (
        <p className="fixed top-3 left-1/2 z-30 flex -translate-x-1/2 items-center gap-3 rounded-box border border-base-300 bg-base-100 py-2 pr-2 pl-4 shadow-lg">
          {words.changed}
          <button type="button" className="btn btn-quiet min-h-11" onClick={show}>
            {words.show}
          </button>
        </p>
      )}
    </div>
  );
}

/** After these somebody may have left what they were at. */
const SIGNS = ["pointerout", "focusout", "change"] as const;
