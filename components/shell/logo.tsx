import { Power } from "lucide-react";
import Link from "next/link";

export function Logo({ href = "/" }: { readonly href?: string }) {
  return (
    <Link href={href} className="flex items-center gap-2 font-bold text-lg tracking-tight">
      <span className="grid size-8 place-items-center rounded-lg bg-primary text-primary-content">
        <Power className="size-4.5" aria-hidden="true" />
      </span>
      {/* On a phone it makes room for the word that a test is going on, on the narrowest ones for the buttons. */}
      <span className="max-sm:running:sr-only max-[24rem]:sr-only">Rozruch</span>
    </Link>
  );
}
