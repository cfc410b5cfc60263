import Link from "next/link";
import { useTranslations } from "next-intl";

/** In place of the field: a key that is typed and then asked for its sender once more would be lost. */
export function ConfirmFirst({ to }: { readonly to: string }) {
  const t = useTranslations("key");
  return (
    <div className="mt-4">
      <p className="max-w-prose">{t("confirmFirst")}</p>
      <Link className="btn btn-outline mt-3 min-h-11" href={`/login/again?to=${encodeURIComponent(to)}`}>
        {t("confirmFirstGo")}
      </Link>
    </div>
  );
}
