"use client";

import { useEffect } from "react";

/** Notes, once what is new stands before somebody's eyes, that they have seen it. */
export function MarkSeen({ count, mark }: { readonly count: number; readonly mark: () => Promise<void> }) {
  useEffect(() => {
    if (count > 0) void mark();
  }, [count, mark]);
  return null;
}
