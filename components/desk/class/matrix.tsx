import { useTranslations } from "next-intl";
import { CellKeys } from "#components/ui/cell-keys";
import { CELL_STATES } from "#domain/class/cell";
import type { ClassPlace } from "#domain/class/class-address";
import type { Column } from "#domain/class/class-course";
import type { MatrixWish } from "#domain/class/matrix";
import { MatrixHead } from "./matrix-head.tsx";
import { type CellWords, MatrixRow, type Person } from "./matrix-row.tsx";

type Props = {
  readonly columns: readonly Column[];
  readonly people: readonly Person[];
  readonly place: ClassPlace;
  readonly wish: MatrixWish;
};

/** People down, steps across. Head and first column stay in sight, and on paper the head comes again on each page. */
export function Matrix({ columns, people, place, wish }: Props) {
  const t = useTranslations("class");
  const words = Object.fromEntries(
    [...CELL_STATES, "none", "new"].map((state) => [state, t(`state.${state as keyof CellWords}`)]),
  ) as CellWords;
  return (
    <section
      aria-label={t("matrix.region")}
      className="relative max-h-[80dvh] scroll-pt-60 scroll-pl-56 overflow-auto rounded-box border border-base-300 bg-base-100 max-sm:hidden print:block print:max-h-none print:overflow-visible print:border-0"
    >
      <CellKeys className="matrix num w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">
          {t("matrix.caption")}. {t("matrix.keys")}
        </caption>
        <MatrixHead columns={columns} place={place} wish={wish} />
        <tbody>
          {people.map((person) => (
            <MatrixRow key={person.id} person={person} columns={columns} words={words} />
          ))}
        </tbody>
      </CellKeys>
    </section>
  );
}
