"use client";

import { usePathname } from "next/navigation";
import { type ComponentType, useEffect, useState } from "react";
import { areLetterKeysOn, isMeantForText } from "../ui/letter-keys.ts";
import type { SearchDialogProps } from "./search-dialog.tsx";

const PAGE = "/search";

/**
 * Turns every link to the page of the search, and the key `/`, into what opens it as a dialog. The dialog's code is fetched
 * when it is first wanted; on the page itself the field is there already.
 */
export function SearchOpener(props: Omit<SearchDialogProps, "isOpen" | "close">) {
  const path = usePathname();
  const [Dialog, setDialog] = useState<ComponentType<SearchDialogProps> | null>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const open = (event: Event) => {
      event.preventDefault();
      if (path === PAGE) return document.querySelector<HTMLElement>("main input[type=search]")?.focus();
      setOpen(true);
      import("./search-dialog.tsx").then(
        ({ SearchDialog }) => setDialog(() => SearchDialog),
        () => location.assign(PAGE),
      );
    };
    const onClick = (event: MouseEvent) => {
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (isPlain && (event.target as Element).closest(`a[href="${PAGE}"]`)) open(event);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || isMeantForText(event) || !areLetterKeysOn()) return;
      if (!document.querySelector("dialog[open]")) open(event);
    };
    // Before the link itself hears of it.
    document.addEventListener("click", onClick, true);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("click", onClick, true);
      document.removeEventListener("keydown", onKey);
      setOpen(false);
    };
  }, [path]);

  return Dialog && <Dialog {...props} isOpen={isOpen} close={() => setOpen(false)} />;
}
