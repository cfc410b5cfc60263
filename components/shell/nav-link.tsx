"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  readonly href: string;
  /** Paths below which this link is the current one, besides its own. */
  readonly covers?: readonly string[];
  readonly place: "top" | "bottom";
  readonly children: ReactNode;
};

const DRESS = {
  top: {
    base: "flex items-center gap-2 rounded-field md:whitespace-nowrap px-3 py-2 font-medium text-sm hover:text-base-content",
    current: "bg-base-200 text-base-content",
    other: "text-base-content/70",
  },
  bottom: {
    base: "flex min-h-14 flex-col items-center justify-center gap-0.5 font-medium text-xs",
    current: "text-primary",
    other: "text-base-content/70",
  },
} as const;

export function NavLink({ href, covers = [], place, children }: Props) {
  const path = usePathname();
  const isCurrent = path === href || covers.some((prefix) => path.startsWith(prefix));
  const { base, current, other } = DRESS[place];
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={`${base} ${isCurrent ? current : other}`}
    >
      {children}
    </Link>
  );
}
