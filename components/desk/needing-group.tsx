import { CircleX, Hourglass, LifeBuoy } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useShortDay } from "#components/quiet/short-day";
import { Lapse } from "#components/ui/lapse";
import type { Lesson } from "#domain/course/course";
import { timecodeOf } from "#domain/course/timecode";
import type { Group, NeedingView } from "./group.tsx";

type Props = {
  readonly group: Group;
  readonly cause: { readonly short: string; readonly at: number | null } | null;
  readonly lesson: Lesson | null;
  readonly titles: ReadonlyMap<string, string>;
  /** For those whose step has worked once: when it last did. */
  readonly workedOn: ReadonlyMap<string, Date>;
};

/** Everyone with one cause, in a quiet table; on a phone each row becomes a small card. */
export function NeedingGroup({ group, cause, lesson, titles, workedOn }: Props) {
  const t = useTranslations("desk");
  const Icon = group.cause ? CircleX : group.status === "asked" ? LifeBuoy : Hourglass;
  const ink = group.cause ? "text-error" : group.status === "asked" ? "text-info" : "text-base-content/60";
  const reason = cause?.short ?? t(`status.${group.status}`);
  const id = `group-${group.key}`;
  return (
    <section className="mt-6 overflow-hidden rounded-box border border-base-300 bg-base-100" aria-labelledby={id}>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-base-300 border-b bg-base-200/60 px-5 py-3.5">
        <Icon className={`size-5 shrink-0 ${ink}`} aria-hidden="true" />
        <h2 id={id} className="font-bold">
          {t("groupCause", { count: group.people.length, cause: reason })}
        </h2>
        {lesson && (
          <Link
            className="link link-hover num text-base-content/70 text-sm"
            href={`/lessons/${lesson.module}/${lesson.slug}${cause?.at == null ? "" : `?t=${cause.at}#film`}`}
          >
            {cause?.at == null ? lesson.title : t("lessonHint", { lesson: lesson.title, time: timecodeOf(cause.at) })}
          </Link>
        )}
      </header>
      <table className="table table-fixed max-sm:block">
        <thead className="max-sm:sr-only">
          <tr>
            <th scope="col" className="w-[30%]">
              {t("student")}
            </th>
            <th scope="col">{t("step")}</th>
            <th scope="col" className="w-20 text-right">
              {t("tries")}
            </th>
            <th scope="col" className="w-36">
              {t("since")}
            </th>
            <th scope="col" className="w-44">
              {t("lastActive")}
            </th>
          </tr>
        </thead>
        <tbody className="num max-sm:block">
          {group.people.map((person) => (
            <PersonRow
              key={`${person.userId} ${person.cohort}`}
              person={person}
              step={person.stepId === null ? null : (titles.get(person.stepId) ?? null)}
              workedAt={workedOn.get(person.userId) ?? null}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The words of the column heads, beside each value on a phone, where the heads are out of sight. */
function Label({ children }: { readonly children: string }) {
  return (
    <span aria-hidden="true" className="text-base-content/70 sm:hidden">
      {children}:{" "}
    </span>
  );
}

type RowProps = { readonly person: NeedingView; readonly step: string | null; readonly workedAt: Date | null };

function PersonRow({ person, step, workedAt }: RowProps) {
  const t = useTranslations();
  const shortDay = useShortDay();
  const cell = "max-sm:inline-block max-sm:border-0 max-sm:py-0 max-sm:pr-0 max-sm:pl-5";
  const line = "max-sm:block max-sm:border-0 max-sm:px-5 max-sm:py-0.5";
  const isTried = person.tries > 0;
  return (
    <tr className="relative border-base-300 hover:bg-base-200/60 max-sm:block max-sm:border-b max-sm:py-3">
      <td className={`${line} font-semibold`}>
        <Link className="after:absolute after:inset-0" href={`/desk/students/${person.userId}`}>
          {person.name}
        </Link>
        {person.status === "asked" && (
          <span className="badge badge-sm badge-soft badge-info ml-2">{t("desk.asks")}</span>
        )}
      </td>
      <td className={step ? line : "max-sm:hidden"}>
        {step ?? "–"}
        {workedAt && (
          <span className="block text-error text-sm">{t("quiet.workedOn", { date: shortDay(workedAt) })}</span>
        )}
      </td>
      <td className={isTried ? `${cell} sm:text-right` : "text-right max-sm:hidden"}>
        <Label>{t("desk.tries")}</Label>
        {isTried ? person.tries : "–"}
      </td>
      <td className={cell}>
        <Label>{t("desk.since")}</Label>
        <Lapse since={person.since} form="for" />
      </td>
      <td className={cell}>
        <Label>{t("desk.lastActive")}</Label>
        {person.lastActiveAt ? <Lapse since={person.lastActiveAt} form="ago" /> : t("time.never")}
      </td>
    </tr>
  );
}
