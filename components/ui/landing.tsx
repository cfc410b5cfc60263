"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** A sentence that takes the focus as it appears: whoever pressed a button that has gone goes on from here. */
export function Landing({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    <p ref={place} tabIndex={-1} className="outline-none">
      {children}
    </p>
  );
}
