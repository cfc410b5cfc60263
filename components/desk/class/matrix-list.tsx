import Link from "next/link";
import { useTranslations } from "next-intl";
import { Lapse } from "#components/ui/lapse";
import type { Cell } from "#domain/class/cell";
import type { Column } from "#domain/class/class-course";
import { CellMark } from "./cell-mark.tsx";
import type { Person } from "./matrix-row.tsx";

type Props = { readonly columns: readonly Column[]; readonly people: readonly Person[] };

/** On a phone, where a table would be a wall: each person with the step that they are at. */
export function MatrixList({ columns, people }: Props) {
  return (
    <ul className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100 sm:hidden print:hidden">
      {people.map((person) => (
        <MatrixItem key={person.id} person={person} columns={columns} />
      ))}
    </ul>
  );
}

function MatrixItem({ person, columns }: { readonly person: Person; readonly columns: readonly Column[] }) {
  const t = useTranslations("class");
  const { id, name, done, asked, cells, lastActiveAt, needsHelp } = person;
  const now = stepNow(person, columns);
  return (
    <li className="num p-4 text-sm">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Link href={`/desk/students/${id}`} prefetch={false} className="link link-hover py-1 font-semibold text-base">
          {name}
        </Link>
        <span>{asked === 0 ? t("dash") : t("matrix.doneOf", { done, asked })}</span>
      </p>
      {now ? (
        <>
          <p>{t("matrix.now", { step: now.title })}</p>
          <p className="mt-0.5 flex items-center gap-1.5">
            <CellMark state={now.cell.state} /> {t(`state.${now.cell.state}`)}
          </p>
        </>
      ) : (
        <p>{t(cells.size === 0 ? "matrix.nothingAsked" : "matrix.allDone")}</p>
      )}
      {needsHelp && (
        <p className="mt-0.5 flex items-center gap-1.5">
          <CellMark state="help" /> {t("matrix.needsHelp")}
        </p>
      )}
      <p className="text-base-content/70">
        {t("matrix.activity")}: {lastActiveAt ? <Lapse since={lastActiveAt} form="ago" /> : t("matrix.never")}
      </p>
    </li>
  );
}

/** Where help is needed, else the first that is neither done nor new. */
function stepNow({ cells }: Person, columns: readonly Column[]): { title: string; cell: Cell } | null {
  const own = columns.flatMap(({ step }) => {
    const cell = cells.get(step.id);
    return cell ? [{ title: step.title, cell }] : [];
  });
  const isOpen = ({ cell }: { cell: Cell }) => !cell.isNew && (cell.state === "todo" || cell.state === "waiting");
  return own.find(({ cell }) => cell.state === "help") ?? own.find(isOpen) ?? null;
}
