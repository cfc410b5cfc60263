import Link from "next/link";
import { useTranslations } from "next-intl";
import { ORDERS, type PeopleQuestion } from "#domain/roster/people-question";
import { ROLES } from "#domain/roster/role";

type Props = {
  readonly question: PeopleQuestion;
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
};

/** A form that asks by its address, so that a list can be sent on and kept. */
export function PeopleFilters({ question, cohorts }: Props) {
  const t = useTranslations("people");
  const { words, cohort, role, order } = question;
  const choices = [
    {
      name: "cohort",
      label: t("cohort"),
      value: cohort ?? "",
      all: t("allCohorts"),
      of: cohorts.map(({ id, name }) => [id, name]),
    },
    {
      name: "role",
      label: t("role"),
      value: role ?? "",
      all: t("allRoles"),
      of: ROLES.map((id) => [id, t(`roles.${id}`)]),
    },
    { name: "order", label: t("order"), value: order, all: null, of: ORDERS.map((id) => [id, t(`orders.${id}`)]) },
  ];
  return (
    <search>
      <form action="/desk/people" className="mt-4 flex flex-wrap items-end gap-3">
        <label className="min-w-56 grow font-semibold text-sm">
          {t("search")}
          <input
            type="search"
            name="q"
            defaultValue={words}
            maxLength={100}
            className="input mt-1.5 h-11 w-full text-base"
          />
        </label>
        {choices.map(({ name, label, value, all, of }) => (
          <label key={name} className="font-semibold text-sm max-sm:w-full">
            {label}
            <select name={name} defaultValue={value} className="select mt-1.5 h-11 w-full text-base">
              {all !== null && <option value="">{all}</option>}
              {of.map(([id, text]) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className="btn btn-primary min-h-11">
          {t("show")}
        </button>
        <Link href="/desk/people" className="btn btn-quiet min-h-11">
          {t("clear")}
        </Link>
      </form>
    </search>
  );
}
