import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SearchLink } from "#components/search/search-link";
import { Live } from "#components/ui/live";
import { Logo } from "./logo.tsx";
import { NavLink } from "./nav-link.tsx";
import { SkipLink } from "./skip-link.tsx";

type Props = {
  readonly needing: number;
  readonly menu: ReactNode;
  readonly search: ReactNode;
  readonly children: ReactNode;
};

export function DeskShell({ needing, menu, search, children }: Props) {
  const t = useTranslations("nav");
  return (
    <>
      <SkipLink />
      <header className="no-print border-base-300 border-b bg-base-100">
        <div className="mx-auto flex h-16 max-w-6xl items-center gap-2 px-4 sm:gap-6 sm:px-6">
          <Logo href="/desk" />
          <nav aria-label={t("main")} className="flex gap-1">
            <NavLink place="top" href="/desk" covers={["/desk/"]}>
              <LifeBuoy className="size-4" aria-hidden="true" />
              {t("desk")}
              {needing > 0 && <span className="badge badge-sm badge-error num">{needing}</span>}
            </NavLink>
          </nav>
          <div className="ml-auto flex items-center gap-3">
            <SearchLink />
            {menu}
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      {search}
      <div className="h-12" />
      <Live source="/api/live" catchUpOn="/desk" />
    </>
  );
}
