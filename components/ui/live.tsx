"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const SETTLE_MS = 120;

type Props = {
  readonly source: string;
  /** Pages that are opened while they change: they also ask for what happened while they were on their way. */
  readonly catchUpOn: string;
};

/** Asks the server for the page again whenever it says that something on it has changed. Silent while the tab is hidden. */
export function Live({ source, catchUpOn }: Props) {
  const router = useRouter();
  useEffect(() => {
    let events: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let mayHaveMissed = location.pathname === catchUpOn;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), SETTLE_MS);
    };
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
      events.addEventListener("change", refresh);
    };
    listen();
    document.addEventListener("visibilitychange", listen);
    return () => {
      document.removeEventListener("visibilitychange", listen);
      clearTimeout(timer);
      events?.close();
    };
  }, [router, source, catchUpOn]);
  return null;
}
