import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";

export function OwnDataCard() {
  const t = useTranslations("account.data");
  return (
    <Card aria-labelledby="data">
      <h2 id="data" className="font-bold text-xl">
        {t("heading")}
      </h2>
      <p className="mt-1 max-w-prose text-base-content/75">{t("lead")}</p>
      <p className="mt-4 flex flex-wrap gap-2">
        <a className="btn btn-outline min-h-11" href="/account/data">
          {t("read")}
        </a>
        <a className="btn btn-outline min-h-11" href="/api/account/data" download="">
          <Download className="size-4" aria-hidden="true" /> {t("download")}
        </a>
      </p>
    </Card>
  );
}
