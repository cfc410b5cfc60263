import { Languages, LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Action = (form: FormData) => Promise<void>;
type Props = {
  readonly name: string;
  readonly email: string;
  readonly locale: "pl" | "en";
  readonly signOut: Action;
  readonly setLocale: Action;
  readonly children?: ReactNode;
};

export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? "")
    .slice(0, 2)
    .join("")
    .toUpperCase();

/** Opens without JavaScript. */
export function AccountMenu({ name, email, locale, signOut, setLocale, children }: Props) {
  const t = useTranslations("app");
  return (
    <details className="dropdown dropdown-end">
      <summary className="grid size-11 cursor-pointer list-none place-items-center rounded-full [&::-webkit-details-marker]:hidden">
        <span className="grid size-8 place-items-center rounded-full bg-secondary font-semibold text-secondary-content text-xs">
          <span aria-hidden="true">{initialsOf(name)}</span>
          <span className="sr-only">{t("account")}</span>
        </span>
      </summary>
      <div className="dropdown-content z-20 mt-1 w-64 rounded-box border border-base-300 bg-base-100 p-2">
        <p className="px-3 pt-2 font-semibold">{name}</p>
        <p className="truncate px-3 pb-2 text-base-content/70 text-sm">{email}</p>
        {children}
        <Link href="/account" className="btn btn-ghost w-full justify-start font-medium">
          <UserRound className="size-4" aria-hidden="true" />
          {t("accountPage")}
        </Link>
        <form action={setLocale}>
          <input type="hidden" name="locale" value={locale === "pl" ? "en" : "pl"} />
          <button type="submit" className="btn btn-ghost w-full justify-start font-medium">
            <Languages className="size-4" aria-hidden="true" />
            <span lang={locale === "pl" ? "en" : "pl"}>{t("language")}</span>
            <span className="sr-only">. {t("languageLabel")}</span>
          </button>
        </form>
        <form action={signOut}>
          <button type="submit" className="btn btn-ghost w-full justify-start font-medium">
            <LogOut className="size-4" aria-hidden="true" />
            {t("signOut")}
          </button>
        </form>
      </div>
    </details>
  );
}
