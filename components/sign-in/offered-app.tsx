import { Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";

type Props = { readonly address: string; readonly typed: string; readonly picture: string };

/** What an app scans, opens or has typed into it. */
export function OfferedApp({ address, typed, picture }: Props) {
  const t = useTranslations("login.setUp");
  return (
    <ol className="mt-6 list-decimal space-y-5 pl-5 marker:font-semibold">
      <li>{t("install")}</li>
      <li>
        {t("scan")}
        {/* biome-ignore lint/performance/noImgElement: a drawing of this very answer, which nobody else may cache */}
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(picture)}`}
          alt={t("pictureAlt")}
          width={208}
          height={208}
          className="mt-3 rounded-field border border-base-300 bg-white"
        />
        <p className="mt-3 text-sm sm:hidden">
          <a className="btn btn-outline min-h-11" href={address}>
            <Smartphone className="size-4" aria-hidden="true" /> {t("openApp")}
          </a>
        </p>
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer text-base-content/80">{t("cannotScan")}</summary>
          <p className="mt-2">{t("type")}</p>
          <p className="num mt-1 select-all break-words font-mono text-base">{typed}</p>
        </details>
      </li>
      <li>{t("digits")}</li>
    </ol>
  );
}
