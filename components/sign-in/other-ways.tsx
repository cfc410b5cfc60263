import { useTranslations } from "next-intl";
import { PasskeySignIn } from "./passkey-sign-in.tsx";
import { passkeyWords } from "./passkey-words.tsx";

type Provider = { readonly id: string; readonly name: string };

/** Beside the mail: a passkey, and accounts elsewhere where the operator offers them. */
export function OtherWays({ providers }: { readonly providers: readonly Provider[] }) {
  const t = useTranslations("login");
  return (
    <div className="mt-4 space-y-3">
      {providers.map(({ id, name }) => (
        <a key={id} href={`/api/sign-in/${id}`} className="btn btn-outline min-h-12 w-full">
          {t("elsewhere", { name })}
        </a>
      ))}
      <PasskeySignIn words={passkeyWords(t)} />
    </div>
  );
}
