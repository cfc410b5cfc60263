import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";

/** Files, not pages: the browser saves them. */
export function ExportLinks({ cohortId }: { readonly cohortId: string }) {
  const t = useTranslations("cohorts");
  const tables = [
    ["people", t("exportPeople")],
    ["needs", t("exportNeeds")],
    ["progress", t("exportProgress")],
  ] as const;
  const shapes = [
    ["shape=csv&separator=semicolon", t("excel")],
    ["shape=csv&separator=comma", t("comma")],
    ["shape=json", t("json")],
  ] as const;
  return (
    <Card className="p-6" aria-labelledby="exports">
      <h2 id="exports" className="font-bold text-xl">
        {t("exports")}
      </h2>
      <p className="mt-2 max-w-prose text-base-content/80 text-sm">{t("exportsLead")}</p>
      <ul className="mt-3 space-y-3">
        {tables.map(([what, words]) => (
          <li key={what}>
            <p className="font-semibold text-sm">{words}</p>
            <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
              {shapes.map(([query, shape]) => (
                <a
                  key={query}
                  href={`/api/export/${what}?cohort=${cohortId}&${query}`}
                  className="link link-primary inline-flex min-h-8 items-center text-sm"
                  aria-label={t("exportOf", { what: words, shape })}
                  download
                >
                  {shape}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
