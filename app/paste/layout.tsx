import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Logo } from "#components/shell/logo";
import { SkipLink } from "#components/shell/skip-link";
import { requirePaster } from "#server/viewer";
import CourseLayout from "../(course)/layout.tsx";

/** The shell of the course for whoever is signed in; a stranger, where there may be one, gets no more than a way in. */
export default async function PasteLayout({ children }: { children: ReactNode }) {
  if (await requirePaster()) return <CourseLayout>{children}</CourseLayout>;
  const t = await getTranslations("paste.stranger");
  return (
    <>
      <SkipLink />
      <header className="border-base-300 border-b bg-base-100">
        <div className="mx-auto flex h-16 max-w-6xl items-center justify-between px-4 sm:px-6">
          <Logo href="/paste" />
          <Link href="/login" className="btn btn-quiet min-h-11">
            {t("signIn")}
          </Link>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </>
  );
}
