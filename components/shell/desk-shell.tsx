import { CalendarDays, Grid3x3, LifeBuoy, MessageSquareText, MonitorX, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SearchLink } from "#components/search/search-link";
import { Live } from "#components/ui/live";
import { Logo } from "./logo.tsx";
import { NavLink } from "./nav-link.tsx";
import { SkipLink } from "./skip-link.tsx";

type Props = {
  readonly needing: number;
  /** How many reports of changed screens wait. */
  readonly screens: number;
  /** Whether there is a cohort that is theirs to manage. */
  readonly manages: boolean;
  readonly menu: ReactNode;
  readonly search: ReactNode;
  readonly children: ReactNode;
};

export function DeskShell({ needing, screens, manages, menu, search, children }: Props) {
  const t = useTranslations();
  return (
    <>
      <SkipLink />
      <header className="no-print border-base-300 border-b bg-base-100">
        <div className="mx-auto flex min-h-16 max-w-6xl flex-wrap items-center gap-x-2 px-4 sm:gap-x-6 sm:px-6">
          <Logo href="/desk" />
          <nav aria-label={t("nav.main")} className="flex flex-wrap gap-1 max-sm:order-last max-sm:w-full max-sm:pb-2">
            <NavLink place="top" href="/desk" covers={["/desk/students/"]}>
              <LifeBuoy className="size-4" aria-hidden="true" />
              {t("nav.desk")}
              {needing > 0 && <span className="badge badge-sm badge-error num">{needing}</span>}
            </NavLink>
            <NavLink place="top" href="/desk/people">
              <Users className="size-4" aria-hidden="true" />
              {t("people.nav")}
            </NavLink>
            <NavLink place="top" href="/desk/class">
              <Grid3x3 className="size-4" aria-hidden="true" />
              {t("class.nav")}
            </NavLink>
            <NavLink place="top" href="/desk/messages" covers={["/desk/message"]}>
              <MessageSquareText className="size-4" aria-hidden="true" />
              {t("sent.title")}
            </NavLink>
            {manages && (
              <NavLink place="top" href="/desk/cohorts" covers={["/desk/cohorts/"]}>
                <CalendarDays className="size-4" aria-hidden="true" />
                {t("cohorts.nav")}
              </NavLink>
            )}
            <NavLink place="top" href="/desk/screens">
              <MonitorX className="size-4" aria-hidden="true" />
              {t("screens.desk.nav")}
              {screens > 0 && <span className="badge badge-sm num">{screens}</span>}
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
      <Live source="/api/live" catchUpOn="/desk" words={{ changed: t("live.changed"), show: t("live.show") }} />
    </>
  );
}
