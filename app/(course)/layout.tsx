import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountMenu } from "#components/shell/account-menu";
import { CourseShell } from "#components/shell/course-shell";
import { moduleOf } from "#server/course/queries";
import { requireViewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { setLocale, signOut } from "../account-actions.ts";

/** Only dresses a page; each page asks for itself who is there. */
export default async function CourseLayout({ children }: { children: ReactNode }) {
  const { person, student, instructor } = await requireViewer();
  const locale = await currentLocale();
  const [module, t] = await Promise.all([moduleOf(locale), getTranslations("nav")]);
  const menu = (
    <AccountMenu {...person} locale={locale} signOut={signOut} setLocale={setLocale}>
      {instructor && (
        <Link href="/desk" className="btn btn-ghost w-full justify-start font-medium">
          {t("toDesk")}
        </Link>
      )}
    </AccountMenu>
  );
  return (
    <CourseShell order={module.order} menu={menu} mayAsk={student !== null}>
      {children}
    </CourseShell>
  );
}
