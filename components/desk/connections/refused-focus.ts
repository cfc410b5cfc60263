import { type RefObject, useEffect, useRef } from "react";

/** Leads to what is wrong in a long form, which may be out of sight of whoever pressed its button. */
export function useRefusedFocus(state: object): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server is a state of its own.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[tabindex="-1"], [aria-invalid="true"]')?.focus();
  }, [state]);
  return form;
}
