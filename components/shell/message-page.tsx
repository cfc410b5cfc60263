import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "./logo.tsx";

type Props = { readonly title: string; readonly lead: string; readonly home: string; readonly children?: ReactNode };

/** A page that says one thing, and the way on. */
export function MessagePage({ title, lead, home, children }: Props) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-start gap-6 px-4 pt-16 sm:pt-24">
      <Logo />
      <h1 className="font-bold text-3xl">{title}</h1>
      <p className="text-base-content/80">{lead}</p>
      <div className="flex flex-wrap gap-3">
        {children}
        <Link className="btn btn-primary min-h-11" href="/">
          {home}
        </Link>
      </div>
    </main>
  );
}
