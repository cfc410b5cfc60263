import { type RefObject, useEffect, useRef } from "react";

type Wish = {
  /** What is ready to be typed into when it opens; a line that holds something is ready to be written over. */
  readonly field: "input" | "textarea";
  /** Whether a click on what is around it closes it. */
  readonly isLight: boolean;
};

/** Shows a dialog while it is wanted. A link that leads on from there closes it, since one wants to see where it leads. */
export function useDialog(isOpen: boolean, { field, isLight }: Wish): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!isOpen) return dialog.current?.close();
    dialog.current?.showModal();
    const first = dialog.current?.querySelector(field);
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }, [isOpen, field]);
  useEffect(() => {
    const present = dialog.current;
    const leave = ({ target }: Event) => {
      const leadsOn = target instanceof Element && target.closest('a[href^="/"]') !== null;
      if (leadsOn || (isLight && target === present)) present?.close();
    };
    present?.addEventListener("click", leave);
    return () => present?.removeEventListener("click", leave);
  }, [isLight]);
  return dialog;
}
