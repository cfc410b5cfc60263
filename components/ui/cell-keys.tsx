"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import { linkBeyond, makeOneStop, moveStop } from "./cells.ts";

/**
 * A table whose cells are links that the arrow keys move between. Without it each first cell of a row is a stop for Tab; with
 * it the whole body is one. The links are plain, since thousands of them with code of their own would be slow.
 */
export function CellKeys(props: ComponentProps<"table">) {
  const router = useRouter();
  const table = useRef<HTMLTableElement>(null);
  // Also when rows have come or gone, hence after each drawing.
  useEffect(() => {
    if (table.current) makeOneStop(table.current);
  });
  const linkOf = (target: EventTarget): HTMLAnchorElement | null =>
    (target as Element).closest<HTMLAnchorElement>("tbody :is(th, td) > a");
  const onKeyDown = (event: KeyboardEvent) => {
    const link = linkOf(event.target);
    const next = link && !event.altKey && !event.metaKey && linkBeyond(link, event.key, event.ctrlKey);
    if (!next || !table.current) return;
    event.preventDefault();
    moveStop(table.current, next);
    next.focus();
  };
  const onClick = (event: MouseEvent) => {
    const link = linkOf(event.target);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(link.href);
  };
  return <table ref={table} onKeyDown={onKeyDown} onClick={onClick} {...props} />;
}
