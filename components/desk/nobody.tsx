import { CircleCheckBig, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";

/** Nobody needs help; or nobody is left over by the filters, which is something else. */
export function Nobody({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const t = useTranslations("desk");
  const Icon = isNarrowed ? SearchX : CircleCheckBig;
  return (
    <Card className="mt-6 flex items-start gap-4 p-6">
      <Icon className={`size-6 shrink-0 ${isNarrowed ? "text-base-content/60" : "text-success"}`} aria-hidden="true" />
      {isNarrowed ? (
        <div>
          <p className="font-semibold">{t("noMatch")}</p>
          <p className="max-w-prose">{t("noMatchLead")}</p>
          <Link href="/desk" className="btn btn-outline mt-3 min-h-11">
            {t("clearFilters")}
          </Link>
        </div>
      ) : (
        <p className="max-w-prose">{t("nobodyLead")}</p>
      )}
    </Card>
  );
}
