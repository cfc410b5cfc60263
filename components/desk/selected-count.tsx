"use client";

import { useEffect, useRef, useState } from "react";

type Props = {
  /** In words, by how many: `{count}` stands for the number where a language has one form for many. */
  readonly words: readonly string[];
  readonly without: string;
};

/** How many boxes of the form are ticked. Before JavaScript it says what they are for. */
export function SelectedCount({ words, without }: Props) {
  const place = useRef<HTMLParagraphElement>(null);
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    const look = () => setCount(form?.querySelectorAll('input[name="who"]:checked').length ?? 0);
    look();
    form?.addEventListener("change", look);
    return () => form?.removeEventListener("change", look);
  }, []);
  return (
    <p ref={place} role="status" className="num font-semibold">
      {count ? (words[count] ?? words.at(-1)) : without}
    </p>
  );
}
