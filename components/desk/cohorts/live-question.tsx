"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

const SETTLE_MS = 250;

/** A form that asks by its address; with a script it asks as numbers are changed, and the page stays where it is. */
export function LiveQuestion({ children }: { readonly children: ReactNode }) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    if (!form.checkValidity()) return;
    const said = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !name.startsWith("$"));
    const query = new URLSearchParams(said as [string, string][]);
    timer.current = setTimeout(() => router.replace(`?${query}`, { scroll: false }), SETTLE_MS);
  };
  return (
    <form className="mt-4 space-y-3" onChange={(event) => ask(event.currentTarget)}>
      {children}
    </form>
  );
}
