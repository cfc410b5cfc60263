"use client";

import { usePathname } from "next/navigation";
import { type ComponentType, useEffect, useState } from "react";
import type { PasteDialogProps } from "./paste-dialog.tsx";
import type { PasteFormProps } from "./paste-form.tsx";

const PAGE = "/paste";

/** Turns every link to the page into one that opens it as a dialog. The dialog's code is fetched when it is first wanted. */
export function PasteOpener({ form }: { readonly form: PasteFormProps }) {
  const path = usePathname();
  const [Dialog, setDialog] = useState<ComponentType<PasteDialogProps> | null>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (path === PAGE) return;
    const open = (event: MouseEvent) => {
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (!isPlain || !(event.target as Element).closest(`a[href="${PAGE}"]`)) return;
      event.preventDefault();
      setOpen(true);
      import("./paste-dialog.tsx").then(
        ({ PasteDialog }) => setDialog(() => PasteDialog),
        () => location.assign(PAGE),
      );
    };
    // Before the link itself hears of it.
    document.addEventListener("click", open, true);
    return () => {
      document.removeEventListener("click", open, true);
      setOpen(false);
    };
  }, [path]);

  return Dialog && <Dialog isOpen={isOpen} close={() => setOpen(false)} form={form} />;
}
