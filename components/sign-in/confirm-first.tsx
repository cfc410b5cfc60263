import Link from "next/link";
import { useTranslations } from "next-intl";

type Props = {
  /** Where to go on afterwards. */
  readonly to: string;
  readonly why: "key" | "day" | "student" | "connection";
};

/** In place of a form: what is typed and then asked for its sender once more would be lost. */
export function ConfirmFirst({ to, why }: Props) {
  const t = useTranslations("login.first");
  return (
    <div className="mt-4">
      <p className="max-w-prose">{t(`why.${why}`)}</p>
      <Link className="btn btn-outline mt-3 min-h-11" href={`/login/again?to=${encodeURIComponent(to)}`}>
        {t("go")}
      </Link>
    </div>
  );
}
