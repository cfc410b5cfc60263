import { getTranslations } from "next-intl/server";
import { ActionBar } from "#components/desk/action-bar";
import { groupsOf } from "#components/desk/group";
import { NeedingGroup } from "#components/desk/needing-group";
import { NeedingTable } from "#components/desk/needing-table";
import { Pages } from "#components/desk/pages";
import { type Locale, type Module, stepsOf } from "#domain/course/course";
import type { DeskView } from "#domain/desk/view";
import { causePageFor } from "#server/course/queries";
import { type DeskRow, PAGE_SIZE } from "#server/desk/queries";
import { workedOnOf } from "#server/quiet/queries";
import type { Instructor } from "#server/viewer";

type Props = {
  readonly instructor: Instructor;
  readonly view: DeskView;
  readonly rows: readonly DeskRow[];
  readonly module: Module;
  readonly locale: Locale;
  /** What the causes are called. */
  readonly causes: ReadonlyMap<string, string>;
};

/** Those who need help, in groups or as one list, and what can be done with them. */
export async function Listed({ instructor, view, rows, module, locale, causes }: Props) {
  const t = await getTranslations("desk");
  const workedOn = await workedOnOf(rows, module);
  const titles = new Map(stepsOf(module).map(({ id, title }) => [id, title]));
  const groups = view.list ? [] : groupsOf(rows);
  const pages = await Promise.all(groups.map(({ cause }) => cause && causePageFor(instructor, locale, cause)));
  const total = rows[0]?.total ?? 0;
  return (
    <>
      {groups.map((group, place) => {
        const cause = pages[place] || null;
        const lesson = module.lessons.find(({ slug }) => slug === cause?.lesson) ?? null;
        return <NeedingGroup key={group.key} {...{ group, view, cause, lesson, titles, workedOn }} />;
      })}
      {view.list && (
        <section
          aria-label={t("title")}
          className="mt-2 overflow-hidden rounded-box border border-base-300 bg-base-100 max-sm:border"
        >
          <NeedingTable people={rows} {...{ titles, workedOn }} label={t("selectList")} list={{ view, causes }} />
        </section>
      )}
      {view.list && <Pages view={view} pages={Math.ceil(total / PAGE_SIZE)} />}
      <ActionBar most={rows.length} isAsleep={view.snoozed} mayWaive={instructor.managedIds.length > 0} />
    </>
  );
}
