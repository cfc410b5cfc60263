import { CheckCheck, MonitorX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Checked } from "#components/lesson/checked";
import type { SectionGroup } from "#domain/screen/screen-report";
import { HandledForm, type Mark } from "./handled-form.tsx";
import { type Entry, ScreenEntry } from "./screen-entry.tsx";

type Report = Entry & {
  readonly anchor: string;
  readonly locale: string;
  /** When the lesson had last been compared with the real screens as the report was sent. */
  readonly checked: string | null;
  readonly section: {
    readonly title: string;
    readonly lesson: string;
    readonly href: string;
    readonly checked: string | null;
  } | null;
};
type Props = { readonly group: SectionGroup<Report>; readonly mark: Mark };

/** All that is said of one section, with the act for the whole of it. */
export function ScreenGroup({ group: { key, first, reports, people }, mark }: Props) {
  const t = useTranslations("screens.desk");
  const { section, anchor, locale } = first;
  const open = reports.filter(({ handledAt }) => handledAt === null);
  return (
    <section className="mt-6 overflow-hidden rounded-box border border-base-300 bg-base-100" aria-labelledby={key}>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-base-300 border-b bg-base-200/60 px-5 py-3.5">
        <MonitorX className="size-5 shrink-0 text-base-content/60" aria-hidden="true" />
        <div className="min-w-48 flex-1">
          <h2 id={key} className="font-bold">
            {t("people", { count: people })}:{" "}
            {section ? <span lang={locale}>{section.title}</span> : t("goneSection", { anchor })}
          </h2>
          {section && (
            <p className="num flex flex-wrap gap-x-4 text-base-content/70 text-sm">
              <Link className="link link-hover" href={section.href}>
                {t("toSection", { lesson: section.lesson })}
              </Link>
              {section.checked && <Checked day={section.checked} isBare />}
            </p>
          )}
        </div>
        {open.length > 1 && (
          <HandledForm reports={open} isHandled mark={mark} dress="btn-outline">
            <CheckCheck className="size-4" aria-hidden="true" /> {t("markAll", { count: open.length })}
          </HandledForm>
        )}
      </header>
      <ul className="divide-y divide-base-300">
        {reports.map((report) => (
          <ScreenEntry
            key={report.id}
            entry={report}
            isCheckedSince={(section?.checked ?? "") > (report.checked ?? "")}
            mark={mark}
          />
        ))}
      </ul>
    </section>
  );
}
