import { Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { SubmitButton } from "#components/ui/submit-button";

type Account = { readonly id: string; readonly name: string; readonly since: Date };
type Props = { readonly accounts: readonly Account[]; readonly unlink: (form: FormData) => Promise<void> };

/** Accounts elsewhere that let their person in here. */
export function LinkedAccounts({ accounts, unlink }: Props) {
  const t = useTranslations("account.linked");
  return (
    <Card aria-labelledby="linked">
      <h2 id="linked" className="flex items-center gap-2 font-bold text-xl">
        <Link2 className="size-5 shrink-0" aria-hidden="true" /> {t("heading")}
      </h2>
      <p className="mt-1 max-w-prose text-base-content/75">{t("lead")}</p>
      <ul className="mt-3 divide-y divide-base-300">
        {accounts.map(({ id, name, since }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <p className="min-w-48 flex-1 text-sm">
              <span className="block font-semibold">{name}</span>
              <span className="num text-base-content/70">
                {t("since")}: <Moment at={since} />
              </span>
            </p>
            <form action={unlink}>
              <input type="hidden" name="provider" value={id} />
              <SubmitButton
                pending={t("removing")}
                className="btn btn-quiet min-h-11"
                aria-label={t("removeNamed", { name })}
              >
                {t("remove")}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
