import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ClassPlace, classHref, VIEWS } from "#domain/class/class-address";

type Props = {
  readonly place: ClassPlace;
  readonly cohorts: readonly { readonly slug: string; readonly name: string }[];
};

/** Which class is shown, and what of it; all of it is links. */
export function ClassChoice({ place, cohorts }: Props) {
  const t = useTranslations("class");
  const all = [{ slug: null, name: t("allCohorts") }, ...cohorts];
  return (
    <div className="no-print mt-5 space-y-3">
      {cohorts.length > 1 && (
        <nav aria-label={t("cohorts")} className="flex flex-wrap gap-2">
          {all.map(({ slug, name }) => (
            <Choice key={slug ?? ""} href={classHref({ ...place, cohort: slug })} isChosen={slug === place.cohort}>
              {name}
            </Choice>
          ))}
        </nav>
      )}
      <nav aria-label={t("views")} className="flex flex-wrap gap-2">
        {VIEWS.map((view) => (
          <Choice key={view} href={classHref({ ...place, view })} isChosen={view === place.view}>
            {t(`view.${view}`)}
          </Choice>
        ))}
      </nav>
    </div>
  );
}

type ChoiceProps = { readonly href: string; readonly isChosen: boolean; readonly children: string };

function Choice({ href, isChosen, children }: ChoiceProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isChosen ? "page" : undefined}
      className={`btn h-auto min-h-11 py-2 ${isChosen ? "btn-outline" : "btn-quiet"}`}
    >
      {children}
    </Link>
  );
}
