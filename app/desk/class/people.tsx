import { CellLegend, CellShapes } from "#components/desk/class/cell-mark";
import { Matrix } from "#components/desk/class/matrix";
import { MatrixFilters } from "#components/desk/class/matrix-filters";
import { MatrixList } from "#components/desk/class/matrix-list";
import { MatrixCount, MatrixPager } from "#components/desk/class/matrix-pager";
import type { ClassPlace } from "#domain/class/class-address";
import { matrixWish } from "#domain/class/matrix";
import { matrixPage } from "#server/class/matrix/queries";
import type { Class } from "#server/class/queries";

type Props = {
  readonly of: Class;
  readonly place: ClassPlace;
  readonly words: Readonly<Record<string, string | string[] | undefined>>;
};

/** The matrix of people and steps, or the list on a phone. */
export async function People({ of, place, words }: Props) {
  const wish = matrixWish(
    words,
    of.columns.map(({ step }) => step.id),
  );
  const page = await matrixPage(of, wish, new Date());
  const shown = { columns: of.columns, people: page.people };
  return (
    <div className="mt-6 space-y-4">
      <CellShapes />
      <MatrixFilters columns={of.columns} place={place} wish={wish} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <MatrixCount page={page} />
        <CellLegend />
      </div>
      {page.people.length > 0 && (
        <>
          <Matrix {...shown} place={place} wish={wish} />
          <MatrixList {...shown} />
        </>
      )}
      <MatrixPager page={page} place={place} wish={wish} />
    </div>
  );
}
