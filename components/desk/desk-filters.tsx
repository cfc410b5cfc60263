import { Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Lesson } from "#domain/course/course";
import { addressOf, changed, type DeskView, isNarrowed, NEEDS } from "#domain/desk/view";
import type { HelpNeed } from "#domain/help/facts";

type Props = {
  readonly view: DeskView;
  readonly facets: {
    readonly total: number;
    readonly mine: number;
    readonly free: number;
    readonly snoozed: number;
    readonly byStatus: ReadonlyMap<HelpNeed, number>;
    readonly byCause: ReadonlyMap<string, number>;
  };
  readonly cohorts: readonly { readonly slug: string; readonly name: string }[];
  readonly lessons: readonly Lesson[];
  /** What the causes are called. */
  readonly causes: ReadonlyMap<string, string>;
};

/** Which of those who need help are shown. All of it stands in the address: links for one click, a form for the rest. */
export function DeskFilters({ view, facets, cohorts, lessons, causes }: Props) {
  const t = useTranslations("deskFilters");
  const whole = { status: null, who: null, snoozed: false } as const;
  const chips = [
    { words: t("all"), count: facets.total, to: whole, isOn: !view.status && !view.who && !view.snoozed },
    { words: t("mine"), count: facets.mine, to: { ...whole, who: "mine" as const }, isOn: view.who === "mine" },
    { words: t("free"), count: facets.free, to: { ...whole, who: "free" as const }, isOn: view.who === "free" },
    ...NEEDS.filter((need) => facets.byStatus.has(need) || view.status === need).map((need) => ({
      words: t(`status.${need}`),
      count: facets.byStatus.get(need) ?? 0,
      to: { ...whole, status: need },
      isOn: view.status === need,
    })),
    { words: t("snoozed"), count: facets.snoozed, to: { ...whole, snoozed: true }, isOn: view.snoozed },
  ];
  return (
    <>
      <nav aria-label={t("label")} className="mt-6 flex flex-wrap gap-2">
        {chips.map(({ words, count, to, isOn }) => (
          <Link
            key={words}
            href={addressOf(changed(view, to))}
            scroll={false}
            aria-current={isOn ? "page" : undefined}
            className={`btn btn-sm min-h-11 ${isOn ? "btn-outline" : "btn-quiet font-medium"}`}
          >
            {words} <span className="num text-base-content/70">{count}</span>
          </Link>
        ))}
      </nav>
      <form action="/desk" className="mt-3 flex flex-wrap items-end gap-3">
        <Kept view={view} />
        <label className="input h-11 w-full sm:w-64">
          <Search className="size-4 text-base-content/60" aria-hidden="true" />
          <input
            type="search"
            name="q"
            defaultValue={view.q}
            maxLength={100}
            placeholder={t("search")}
            aria-label={t("search")}
          />
        </label>
        {cohorts.length > 1 && (
          <Choice name="cohort" label={t("cohort")} any={t("anyCohort")} value={view.cohort}>
            {cohorts.map(({ slug, name }) => [slug, name])}
          </Choice>
        )}
        <Choice name="cause" label={t("cause")} any={t("anyCause")} value={view.cause}>
          {[...facets.byCause.keys()].map((cause) => [
            cause,
            cause === "none" ? t("noCause") : (causes.get(cause) ?? cause),
          ])}
        </Choice>
        <Choice name="lesson" label={t("lesson")} any={t("anyLesson")} value={view.lesson}>
          {lessons.filter(({ steps }) => steps.length > 0).map(({ slug, title }) => [slug, title])}
        </Choice>
        <button type="submit" className="btn btn-outline min-h-11">
          {t("show")}
        </button>
        {isNarrowed(view) && (
          <Link href="/desk" className="link link-hover inline-flex min-h-11 items-center text-sm">
            {t("clear")}
          </Link>
        )}
      </form>
    </>
  );
}

/** What the form's own fields do not say goes on as it is. */
function Kept({ view }: { readonly view: DeskView }) {
  const kept = new URL(addressOf({ ...view, q: "", cohort: null, cause: null, lesson: null, page: 1 }), "http://desk");
  return [...kept.searchParams].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly value: string | null;
  readonly children: readonly (readonly [string, string])[];
};

function Choice({ name, label, any, value, children }: ChoiceProps) {
  return (
    <select name={name} aria-label={label} defaultValue={value ?? ""} className="select h-11 w-full sm:w-52">
      <option value="">{any}</option>
      {children.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  );
}
