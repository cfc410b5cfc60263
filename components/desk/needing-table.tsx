import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { addressOf, type Column, changed, type DeskView } from "#domain/desk/view";
import type { NeedingView } from "./group.tsx";
import { PersonRow } from "./person-row.tsx";
import { SelectAll } from "./select-all.tsx";

type Props = {
  readonly people: readonly NeedingView[];
  readonly titles: ReadonlyMap<string, string>;
  readonly workedOn: ReadonlyMap<string, Date>;
  /** Of the box that ticks all. */
  readonly label: string;
  /** One list of everybody: it says their causes and can be sorted. */
  readonly list?: { readonly view: DeskView; readonly causes: ReadonlyMap<string, string> };
};

const WIDTHS: Partial<Record<Column, string>> = {
  name: "w-[24%]",
  tries: "w-20 text-right",
  since: "w-32",
  active: "w-36",
  taker: "w-36",
};

/** On a phone each row becomes a small card. */
export function NeedingTable({ people, titles, workedOn, label, list }: Props) {
  const t = useTranslations("desk");
  const columns: readonly Exclude<Column, "urgency">[] = [
    "name",
    "step",
    ...(list ? (["cause"] as const) : []),
    ...(["tries", "since", "active", "taker"] as const),
  ];
  return (
    <table className="table table-fixed max-sm:block">
      <thead className="max-sm:sr-only">
        <tr>
          <th scope="col" className="w-12">
            <SelectAll label={label} />
          </th>
          {columns.map((column) => (
            <Head key={column} column={column} view={list?.view ?? null}>
              {t(`columns.${column}`)}
            </Head>
          ))}
        </tr>
      </thead>
      <tbody className="num max-sm:block">
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            step={person.stepId === null ? null : (titles.get(person.stepId) ?? null)}
            workedAt={workedOn.get(person.userId) ?? null}
            cause={list ? (list.causes.get(person.cause ?? "") ?? t(`status.${person.status}`)) : null}
          />
        ))}
      </tbody>
    </table>
  );
}

type HeadProps = {
  readonly column: Exclude<Column, "urgency">;
  readonly view: DeskView | null;
  readonly children: string;
};

/** A click sorts, another one turns the order round. */
function Head({ column, view, children }: HeadProps) {
  const isOn = view?.sort === column;
  const Arrow = view?.isDown ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={WIDTHS[column] ?? ""}
      aria-sort={isOn ? (view.isDown ? "descending" : "ascending") : undefined}
    >
      {view ? (
        <Link
          className="link link-hover inline-flex min-h-6 items-center gap-1"
          href={addressOf(changed(view, { sort: column, isDown: isOn && !view.isDown }))}
          scroll={false}
        >
          {children} {isOn && <Arrow className="size-3.5" aria-hidden="true" />}
        </Link>
      ) : (
        children
      )}
    </th>
  );
}
