import { CircleX, Hourglass, LifeBuoy } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Lesson } from "#domain/course/course";
import { timecodeOf } from "#domain/course/timecode";
import { addressOf, changed, type DeskView } from "#domain/desk/view";
import type { Group } from "./group.tsx";
import { NeedingTable } from "./needing-table.tsx";

type Props = {
  readonly group: Group;
  readonly view: DeskView;
  readonly cause: { readonly short: string; readonly at: number | null } | null;
  readonly lesson: Lesson | null;
  readonly titles: ReadonlyMap<string, string>;
  /** For those whose step has worked once: when it last did. */
  readonly workedOn: ReadonlyMap<string, Date>;
};

/** Everyone with one cause, in a quiet table, and what can be done for all of them at its right. */
export function NeedingGroup({ group, view, cause, lesson, titles, workedOn }: Props) {
  const t = useTranslations("desk");
  const Icon = group.cause ? CircleX : group.status === "asked" ? LifeBuoy : Hourglass;
  const ink = group.cause ? "text-error" : group.status === "asked" ? "text-info" : "text-base-content/60";
  const reason = cause?.short ?? t(`status.${group.status}`);
  const id = `group-${group.key}`;
  const of = changed(view, group.cause ? { cause: group.cause } : { status: group.status, cause: "none" });
  const left = group.total - group.people.length;
  return (
    <section className="mt-6 overflow-hidden rounded-box border border-base-300 bg-base-100" aria-labelledby={id}>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-base-300 border-b bg-base-200/60 px-5 py-3.5">
        <Icon className={`size-5 shrink-0 ${ink}`} aria-hidden="true" />
        <h2 id={id} className="font-bold">
          {t("groupCause", { count: group.total, cause: reason })}
        </h2>
        {lesson && (
          <Link
            className="link link-hover num text-base-content/70 text-sm"
            href={`/lessons/${lesson.module}/${lesson.slug}${cause?.at == null ? "" : `?t=${cause.at}#film`}`}
          >
            {cause?.at == null ? lesson.title : t("lessonHint", { lesson: lesson.title, time: timecodeOf(cause.at) })}
          </Link>
        )}
        <Link
          className="btn btn-outline btn-sm ml-auto min-h-11"
          href={addressOf(of, "/desk/message")}
          prefetch={false}
        >
          {t("writeToGroup", { count: group.total })}
        </Link>
      </header>
      <NeedingTable people={group.people} {...{ titles, workedOn }} label={t("selectGroup", { cause: reason })} />
      {left > 0 && (
        <p className="border-base-300 border-t px-5 py-3 text-sm">
          <Link className="link link-primary" href={addressOf({ ...of, list: true })}>
            {t("showGroup", { count: group.total })}
          </Link>
        </p>
      )}
    </section>
  );
}
