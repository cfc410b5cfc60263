import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OutageBanner } from "#components/outage/outage-banner";
import { PasteOpener } from "#components/paste/paste-opener";
import { AccountMenu } from "#components/shell/account-menu";
import { CourseShell } from "#components/shell/course-shell";
import { runningTestOf } from "#server/access-test/queries";
import { moduleFor } from "#server/course/queries";
import { countOfUnread } from "#server/help/thread/queries";
import { incidentsFor } from "#server/outage/queries";
import { requireViewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { setLocale, signOut } from "../account-actions.ts";
import { formProps } from "../paste/form-props.ts";
import { Searching } from "../searching.tsx";

/** Only dresses a page; each page asks for itself who is there. */
export default async function CourseLayout({ children }: { children: ReactNode }) {
  const looking = await requireViewer();
  const { person, student, instructor } = looking;
  const locale = await currentLocale();
  const [module, t, form, incidents, running, unread] = await Promise.all([
    moduleFor(looking, locale),
    getTranslations("nav"),
    formProps(),
    incidentsFor(looking),
    student && runningTestOf(student),
    student ? countOfUnread(student) : 0,
  ]);
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
    <CourseShell
      order={module.order}
      menu={menu}
      mayAsk={student !== null}
      unread={unread}
      paste={<PasteOpener form={form} />}
      search={<Searching looking={looking} />}
      running={running}
    >
      <OutageBanner incidents={incidents} reader={student ? "student" : "instructor"} />
      {children}
    </CourseShell>
  );
}
