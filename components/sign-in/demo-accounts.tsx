import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Role } from "#domain/roster/role";

type Account = { readonly email: string; readonly name: string; readonly role: Role };
type Props = { readonly accounts: readonly Account[]; readonly children: ReactNode };

export function DemoAccounts({ accounts, children }: Props) {
  const t = useTranslations("login");
  return (
    <section className="rounded-box border border-base-300 border-dashed p-6" aria-labelledby="demo">
      <h2 id="demo" className="font-bold">
        {t("demoTitle")}
      </h2>
      <p className="mt-1 text-base-content/75 text-sm">{t("demoLead")}</p>
      <ul className="mt-3 space-y-2">
        {accounts.map(({ email, name, role }) => (
          <li key={email}>
            <form method="post" action="/api/demo-sign-in">
              <input type="hidden" name="email" value={email} />
              <button type="submit" className="btn btn-quiet h-auto min-h-11 w-full justify-between py-2 text-left">
                <span>{name}</span>
                <span className="font-normal text-base-content/70">{t(`role.${role}`)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <div className="mt-4">{children}</div>
    </section>
  );
}
