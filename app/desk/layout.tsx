import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OutageBanner } from "#components/outage/outage-banner";
import { AccountMenu } from "#components/shell/account-menu";
import { DeskShell } from "#components/shell/desk-shell";
import { countOfNeeding } from "#server/help/queries";
import { incidentsFor } from "#server/outage/queries";
import { countOfScreenReports } from "#server/screen/queries";
import { requireInstructor, requireViewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { setLocale, signOut } from "../account-actions.ts";
import { Searching } from "../searching.tsx";

/** Only dresses a page; each page asks for itself who is there. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const instructor = await requireInstructor();
  const looking = await requireViewer();
  const { student } = looking;
  const [incidents, needing, screens, locale, t, connections] = await Promise.all([
    incidentsFor(looking),
    countOfNeeding(instructor, new Date()),
    countOfScreenReports(instructor),
    currentLocale(),
    getTranslations("nav"),
    getTranslations("connections"),
  ]);
  const menu = (
    <AccountMenu
      name={instructor.name}
      email={instructor.email}
      locale={locale}
      signOut={signOut}
      setLocale={setLocale}
    >
      <Link href="/paste" className="btn btn-ghost w-full justify-start font-medium">
        {t("paste")}
      </Link>
      {instructor.managedIds.length > 0 && (
        // Not a Link: that would leave the menu open on the page to which it leads.
        <a href="/desk/connections" className="btn btn-ghost w-full justify-start font-medium">
          {connections("nav")}
        </a>
      )}
      {student && (
        <Link href="/" className="btn btn-ghost w-full justify-start font-medium">
          {t("toCourse")}
        </Link>
      )}
    </AccountMenu>
  );
  return (
    <DeskShell
      needing={needing}
      screens={screens}
      manages={instructor.highest !== "assistant"}
      menu={menu}
      search={<Searching looking={looking} />}
    >
      <OutageBanner incidents={incidents} reader="instructor" />
      {children}
    </DeskShell>
  );
}
