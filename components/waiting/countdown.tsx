"use client";

import { useEffect, useState } from "react";

const SECOND_MS = 1_000;

type Props = { readonly leftMs: number; readonly soon: string };

/** Ticks from what the server says is left, so that a wrong clock in the browser does no harm. */
export function Countdown({ leftMs, soon }: Props) {
  const [left, setLeft] = useState(leftMs);
  useEffect(() => {
    const begun = Date.now();
    const tick = () => setLeft(leftMs - (Date.now() - begun));
    tick();
    const timer = setInterval(tick, SECOND_MS);
    return () => clearInterval(timer);
  }, [leftMs]);
  return <span className="num">{left < SECOND_MS ? soon : clockOf(left)}</span>;
}

function clockOf(ms: number): string {
  const seconds = Math.floor(ms / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
