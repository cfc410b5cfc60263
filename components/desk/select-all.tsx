"use client";

import { useEffect, useRef, useState } from "react";

type Props = { readonly label: string };

const boxesIn = (place: Element | null | undefined): HTMLInputElement[] =>
  place ? [...place.querySelectorAll<HTMLInputElement>('input[name="who"]')] : [];

/** Ticks every box of its section at once, and shows whether all, some or none are. It comes with JavaScript, which it needs. */
export function SelectAll({ label }: Props) {
  const all = useRef<HTMLInputElement>(null);
  const [isLive, setIsLive] = useState(false);
  useEffect(() => setIsLive(true), []);
  useEffect(() => {
    const form = isLive ? all.current?.form : null;
    const show = () => {
      const boxes = boxesIn(all.current?.closest("section"));
      const ticked = boxes.filter(({ checked }) => checked).length;
      if (!all.current) return;
      all.current.checked = boxes.length > 0 && ticked === boxes.length;
      all.current.indeterminate = ticked > 0 && ticked < boxes.length;
    };
    show();
    form?.addEventListener("change", show);
    return () => form?.removeEventListener("change", show);
  }, [isLive]);
  if (!isLive) return null;
  return (
    <input
      ref={all}
      type="checkbox"
      className="checkbox checkbox-sm"
      aria-label={label}
      onChange={({ currentTarget: { checked, form } }) => {
        for (const box of boxesIn(all.current?.closest("section"))) box.checked = checked;
        form?.dispatchEvent(new Event("change"));
      }}
    />
  );
}
