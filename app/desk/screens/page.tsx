import { MonitorCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HandledForm } from "#components/desk/screens/handled-form";
import { ScreenFilters } from "#components/desk/screens/screen-filters";
import { ScreenGroup } from "#components/desk/screens/screen-group";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { groupedBySection } from "#domain/screen/screen-report";
import { countOfScreenReports, handledAtOnce, screenReports } from "#server/screen/queries";
import { requireInstructor } from "#server/viewer";
import { mark } from "./actions.ts";

type Props = { searchParams: Promise<{ show?: string | string[]; done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens.desk"))("title") };
}

/** The moment of what was marked last, as the address tells it. */
const momentOf = (done: string | string[] | undefined): Date =>
  new Date(typeof done === "string" && /^\d{1,14}$/.test(done) ? Number(done) : 0);

export default async function ScreensPage({ searchParams }: Props) {
  const instructor = await requireInstructor();
  const { show, done } = await searchParams;
  const isHandled = show === "handled";
  const [t, reports, open, handled, undoable] = await Promise.all([
    getTranslations("screens.desk"),
    screenReports(instructor, isHandled),
    countOfScreenReports(instructor),
    countOfScreenReports(instructor, true),
    handledAtOnce(instructor, momentOf(done)),
  ]);
  const total = isHandled ? handled : open;
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <h1 className="font-bold text-3xl">
        {isHandled ? t("handledTitle") : open === 0 ? t("none") : t("count", { count: open })}
      </h1>
      <ScreenFilters isHandled={isHandled} open={open} handled={handled} />
      {undoable.length > 0 && (
        <div className="mt-4">
          <Notice look="success">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <p>{t("done", { count: undoable.length })}</p>
              <HandledForm reports={undoable.map((id) => ({ id }))} isHandled={false} mark={mark} dress="btn-quiet">
                {t("undo")}
              </HandledForm>
            </div>
          </Notice>
        </div>
      )}
      {total === 0 && (
        <Card className="mt-6 flex items-start gap-4 p-6">
          <MonitorCheck className="size-6 shrink-0 text-success" aria-hidden="true" />
          <p className="max-w-prose">{t(isHandled ? "noneHandled" : "noneLead")}</p>
        </Card>
      )}
      {groupedBySection(reports).map((group) => (
        <ScreenGroup key={group.key} group={group} mark={mark} />
      ))}
      {total > reports.length && (
        <p className="mt-4 text-base-content/70 text-sm">{t("more", { count: reports.length })}</p>
      )}
    </div>
  );
}
