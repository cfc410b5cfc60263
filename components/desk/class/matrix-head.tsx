import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ClassPlace, classHref } from "#domain/class/class-address";
import type { Column } from "#domain/class/class-course";
import type { MatrixWish, Order } from "#domain/class/matrix";

type Props = { readonly columns: readonly Column[]; readonly place: ClassPlace; readonly wish: MatrixWish };

/** Lessons above, their steps below them, turned so that all of them find room. */
export function MatrixHead({ columns, ...sorting }: Props) {
  const lessons = [...Map.groupBy(columns, ({ lesson }) => lesson)];
  return (
    <thead className="sticky top-0 z-20 print:static">
      <tr>
        <SortHead order="name" {...sorting} className="last sticky left-0 z-10 min-w-52 print:static" />
        <SortHead order="progress" {...sorting} className="last" />
        {lessons.map(([{ slug, title }, steps]) => (
          <th
            key={slug}
            scope="colgroup"
            colSpan={steps.length}
            className="last bg-base-100 px-1.5 py-2 align-bottom text-xs"
          >
            <span className="line-clamp-3 hyphens-auto font-semibold leading-tight" title={title}>
              {title}
            </span>
          </th>
        ))}
        <SortHead order="activity" {...sorting} className="min-w-28" />
      </tr>
      <tr>
        {columns.map(({ step, lesson }, place) => (
          <th
            key={step.id}
            scope="col"
            className={`h-44 w-12 min-w-12 bg-base-100 p-0 align-bottom font-normal ${columns[place + 1]?.lesson === lesson ? "" : "last"}`}
          >
            <span className="mx-auto inline-block max-h-40 rotate-180 py-2 text-left text-xs leading-tight [writing-mode:vertical-rl]">
              {step.title}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

type SortProps = Omit<Props, "columns"> & { readonly order: Order; readonly className: string };

const COLUMN = { name: "person", progress: "progress", activity: "activity" } as const;

/** A link that puts the rows in this order, or turns it round. */
function SortHead({ order, place, wish, className }: SortProps) {
  const t = useTranslations("class.matrix");
  const isSorted = wish.order === order;
  const isDown = isSorted && wish.isDown;
  const column = t(COLUMN[order]);
  const Icon = isDown ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      rowSpan={2}
      aria-sort={isSorted ? (isDown ? "descending" : "ascending") : undefined}
      className={`bg-base-100 p-0 text-left align-bottom ${className}`}
    >
      <Link
        href={classHref(place, { ...wish, order, isDown: isSorted && !isDown, after: null, before: null })}
        prefetch={false}
        aria-label={t("sortBy", { column })}
        className="flex min-h-11 items-center gap-1 px-3 py-2 -outline-offset-2 hover:underline"
      >
        {column}
        {isSorted && <Icon className="size-4 shrink-0" aria-hidden="true" />}
      </Link>
    </th>
  );
}
