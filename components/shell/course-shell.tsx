import { CircleHelp, KeyRound, LifeBuoy, Map as MapIcon, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PasteLink } from "#components/paste/paste-link";
import { SearchLink } from "#components/search/search-link";
import { type Running, RunningPill } from "#components/test/running-pill";
import { Live } from "#components/ui/live";
import { Logo } from "./logo.tsx";
import { NavLink } from "./nav-link.tsx";
import { SkipLink } from "./skip-link.tsx";

type Props = {
  readonly order: number;
  readonly menu: ReactNode;
  readonly mayAsk: boolean;
  /** How much staff have said that the student has not seen. */
  readonly unread: number;
  /** The test that is going on. */
  readonly running: Running | null;
  /** Opens the dialog in which a message is pasted. */
  readonly paste: ReactNode;
  /** Opens the dialog of the search. */
  readonly search: ReactNode;
  readonly children: ReactNode;
};

/** The four places of a student, with the shorter words of the bar below. */
const PLACES = [
  { href: "/", covers: ["/lessons"], icon: MapIcon, name: "module", shortName: "module" },
  { href: "/test", covers: [], icon: ShieldCheck, name: "test", shortName: "testShort" },
  { href: "/key", covers: [], icon: KeyRound, name: "key", shortName: "keyShort" },
  { href: "/help", covers: [], icon: CircleHelp, name: "help", shortName: "help" },
] as const;

/** Everything a student sees around a page: the bar above, on a phone the bar of four below, help in one fixed place. */
export function CourseShell({ order, menu, mayAsk, unread, running, paste, search, children }: Props) {
  const t = useTranslations("nav");
  return (
    <>
      <SkipLink />
      <header data-running={running ? "" : undefined} className="no-print border-base-300 border-b bg-base-100">
        <div className="mx-auto flex h-16 max-w-6xl items-center gap-3 px-4 sm:px-6 lg:gap-6">
          <Logo />
          <nav aria-label={t("main")} className="hidden md:flex lg:gap-1">
            {PLACES.map(({ href, covers, icon: Icon, name }) => (
              <NavLink key={href} place="top" href={href} covers={covers}>
                <Icon className="size-4 max-lg:hidden" aria-hidden="true" /> {t(name, { order })}
                {href === "/help" && <Unread count={unread} />}
              </NavLink>
            ))}
          </nav>
          <div className="ml-auto flex items-center gap-2 sm:gap-3">
            <RunningPill running={running} />
            <PasteLink />
            <SearchLink />
            {menu}
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      {mayAsk && (
        <aside aria-label={t("help")} className="no-print fixed right-5 bottom-5 hidden md:block">
          <Link href="/help" className="btn btn-neutral">
            <LifeBuoy className="size-5" aria-hidden="true" /> {t("askForHelp")}
          </Link>
        </aside>
      )}
      <nav
        aria-label={t("bottom")}
        className="no-print fixed inset-x-0 bottom-0 z-10 grid grid-cols-4 border-base-300 border-t bg-base-100 pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {PLACES.map(({ href, covers, icon: Icon, shortName }) => (
          <NavLink key={href} place="bottom" href={href} covers={covers}>
            <Icon className="size-5" aria-hidden="true" /> {t(shortName, { order })}
            {href === "/help" && <Unread count={unread} />}
          </NavLink>
        ))}
      </nav>
      {paste}
      {search}
      <div className="h-24" />
      <Live source="/api/live" catchUpOn="/test" />
    </>
  );
}

function Unread({ count }: { readonly count: number }) {
  const t = useTranslations("thread");
  if (count === 0) return null;
  return (
    <span className="badge badge-sm badge-info num">
      {count} <span className="sr-only">{t("unread", { count })}</span>
    </span>
  );
}
