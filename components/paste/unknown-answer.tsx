import Link from "next/link";
import { useTranslations } from "next-intl";

type Props = { readonly isForeign: boolean; readonly mayTest: boolean };

/** No guess: whose message it may be, and what usually helps. */
export function UnknownAnswer({ isForeign, mayTest }: Props) {
  const t = useTranslations("paste.answer");
  return (
    <div className="rounded-box border border-base-300 bg-base-100 p-5">
      <p className="max-w-prose">{t(isForeign ? "foreignLead" : "unknownLead")}</p>
      <ul className="mt-3 max-w-prose list-disc space-y-2 pl-5 marker:text-base-content/50">
        <li>{t(isForeign ? "tryService" : "tryWhole")}</li>
        {mayTest && (
          <li>
            <Link className="link link-primary" href="/test">
              {t("tryTest")}
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}
