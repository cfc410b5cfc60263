import { useTranslations } from "next-intl";
import { Lapse } from "#components/ui/lapse";
import type { Cell, CellState, Row } from "#domain/class/cell";
import type { Column } from "#domain/class/class-course";
import { CellMark } from "./cell-mark.tsx";

export type Person = Row & {
  readonly id: string;
  readonly name: string;
  readonly lastActiveAt: Date | null;
  /** Though with no step in particular. */
  readonly needsHelp: boolean;
};
export type CellWords = Readonly<Record<CellState | "none" | "new", string>>;

type Props = { readonly person: Person; readonly columns: readonly Column[]; readonly words: CellWords };

/** Every cell leads to the person. Tab stops at names alone until the arrow keys are there. */
export function MatrixRow({ person, columns, words }: Props) {
  const t = useTranslations("class.matrix");
  const { id, name, done, asked, cells, lastActiveAt, needsHelp } = person;
  const href = `/desk/students/${id}`;
  return (
    <tr>
      <th scope="row" className="last sticky left-0 z-10 bg-base-100 p-0 text-left print:static">
        <a href={href} className="gap-1.5 px-3 font-semibold">
          {name}
          {needsHelp && (
            <>
              <CellMark state="help" />
              <span className="sr-only">, {t("needsHelp")}</span>
            </>
          )}
        </a>
      </th>
      <td className="last whitespace-nowrap px-3 text-right">{asked === 0 ? "–" : t("doneOf", { done, asked })}</td>
      {columns.map(({ step, lesson }, place) => (
        <StepCell
          key={step.id}
          cell={cells.get(step.id)}
          href={href}
          words={words}
          isLast={columns[place + 1]?.lesson !== lesson}
        />
      ))}
      <td className="px-3 text-base-content/70">
        {lastActiveAt ? <Lapse since={lastActiveAt} form="ago" /> : t("never")}
      </td>
    </tr>
  );
}

type CellProps = {
  readonly cell: Cell | undefined;
  readonly href: string;
  readonly words: CellWords;
  /** Of its lesson. */
  readonly isLast: boolean;
};

function StepCell({ cell, href, words, isLast }: CellProps) {
  const isNew = cell?.isNew && cell.state === "todo";
  const word = words[cell ? (isNew ? "new" : cell.state) : "none"];
  return (
    <td className={isLast ? "last" : undefined}>
      <a href={href} tabIndex={-1} title={word} aria-label={word} className={isNew ? "new" : undefined}>
        {cell ? <CellMark state={cell.state} /> : <span aria-hidden="true">–</span>}
      </a>
    </td>
  );
}
