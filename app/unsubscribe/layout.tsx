import type { ReactNode } from "react";
import { Logo } from "#components/shell/logo";

export default function UnsubscribeLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-start gap-8 px-4 pt-12 pb-8 sm:pt-24">
      <Logo href="/" />
      {children}
    </main>
  );
}
