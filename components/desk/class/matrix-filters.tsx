import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CELL_STATES } from "#domain/class/cell";
import { type ClassPlace, classHref } from "#domain/class/class-address";
import type { Column } from "#domain/class/class-course";
import { isFiltered, LONGEST_NAME, type MatrixWish, ORDERS } from "#domain/class/matrix";

type Props = { readonly columns: readonly Column[]; readonly place: ClassPlace; readonly wish: MatrixWish };

/** A plain form: the address says who is shown, so that it can be kept and sent. */
export function MatrixFilters({ columns, place, wish }: Props) {
  const t = useTranslations("class");
  return (
    <search className="no-print">
      <form action="/desk/class" className="flex flex-wrap items-end gap-3">
        {place.cohort !== null && <input type="hidden" name="cohort" value={place.cohort} />}
        <Field name="name" label={t("matrix.name")}>
          <input
            type="search"
            id="class-name"
            name="name"
            key={wish.name}
            defaultValue={wish.name}
            maxLength={LONGEST_NAME}
            autoComplete="off"
            className="input min-h-11 w-full min-w-0"
          />
        </Field>
        <Select name="step" label={t("matrix.step")} chosen={wish.step ?? ""} first={t("matrix.anyStep")}>
          {columns.map(({ step }) => [step.id, step.title])}
        </Select>
        <Select name="state" label={t("matrix.state")} chosen={wish.state ?? ""} first={t("matrix.anyState")}>
          {CELL_STATES.map((state) => [state, t(`state.${state}`)])}
        </Select>
        <Select name="order" label={t("matrix.order")} chosen={wish.order}>
          {ORDERS.map((order) => [order, t(`matrix.orders.${order}`)])}
        </Select>
        {wish.isDown && (
          <label className="flex min-h-11 items-center gap-2">
            <input type="checkbox" name="dir" value="down" defaultChecked className="checkbox" /> {t("matrix.down")}
          </label>
        )}
        <button type="submit" className="btn btn-primary min-h-11">
          {t("matrix.filter")}
        </button>
        {isFiltered(wish) && (
          <Link href={classHref(place)} prefetch={false} className="btn btn-quiet min-h-11">
            {t("matrix.clear")}
          </Link>
        )}
      </form>
    </search>
  );
}

type FieldProps = { readonly name: string; readonly label: string; readonly children: ReactNode };

function Field({ name, label, children }: FieldProps) {
  return (
    <div className="min-w-0 flex-1 basis-36 text-sm">
      <label htmlFor={`class-${name}`} className="mb-1 block font-semibold">
        {label}
      </label>
      {children}
    </div>
  );
}

type SelectProps = {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  /** For no choice. */
  readonly first?: string;
  readonly children: readonly (readonly [value: string, words: string])[];
};

function Select({ name, label, chosen, first, children }: SelectProps) {
  return (
    <Field name={name} label={label}>
      <select
        id={`class-${name}`}
        name={name}
        key={chosen}
        defaultValue={chosen}
        className="select min-h-11 w-full min-w-0"
      >
        {first !== undefined && <option value="">{first}</option>}
        {children.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}
