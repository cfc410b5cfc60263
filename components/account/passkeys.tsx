import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import { SubmitButton } from "#components/ui/submit-button";
import { AddPasskey, type AddPasskeyProps } from "./add-passkey.tsx";

type Passkey = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

type Props = Omit<AddPasskeyProps, "words"> & {
  readonly passkeys: readonly Passkey[];
  readonly remove: (form: FormData) => Promise<void>;
  /** Whether the sign-in is fresh enough to add one. */
  readonly mayAdd: boolean;
  /** Where the portal has a name, if not here: passkeys belong to a name. */
  readonly named: string | null;
};

export function Passkeys({ passkeys, remove, mayAdd, named, ...adding }: Props) {
  const t = useTranslations("account.passkeys");
  return (
    <Card aria-labelledby="passkeys">
      <h2 id="passkeys" className="flex items-center gap-2 font-bold text-xl">
        <KeyRound className="size-5 shrink-0" aria-hidden="true" /> {t("heading")}
      </h2>
      <p className="mt-1 max-w-prose text-base-content/75">{t("lead")}</p>
      <ul className="mt-3 divide-y divide-base-300">
        {passkeys.map((passkey) => (
          <PasskeyLine key={passkey.id} passkey={passkey} remove={remove} />
        ))}
      </ul>
      <div className="mt-4">
        {named ? (
          <p className="max-w-prose text-base-content/75 text-sm">
            {t("named")}{" "}
            <a className="link link-primary" href={`${named}/account`}>
              {named}
            </a>
          </p>
        ) : mayAdd ? (
          <AddPasskey {...adding} words={wordsOf(t)} />
        ) : (
          <a className="btn btn-outline min-h-11" href="/login/again?to=/account">
            {t("confirmFirst")}
          </a>
        )}
      </div>
    </Card>
  );
}

const wordsOf = (t: ReturnType<typeof useTranslations<"account.passkeys">>): AddPasskeyProps["words"] => ({
  add: t("add"),
  adding: t("adding"),
  unsupported: t("unsupported"),
  refusal: { cancelled: t("error.cancelled"), full: t("error.full"), not_made: t("error.not_made") },
});

function PasskeyLine({ passkey, remove }: { readonly passkey: Passkey; readonly remove: Props["remove"] }) {
  const t = useTranslations("account.passkeys");
  const { id, name, createdAt, lastUsedAt } = passkey;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-48 flex-1 text-sm">
        <p className="font-semibold">{name}</p>
        <p className="num text-base-content/70">
          {t("made")}: <Moment at={createdAt} />
          {lastUsedAt && (
            <>
              {" "}
              · {t("used")}: <Moment at={lastUsedAt} />
            </>
          )}
        </p>
      </div>
      <form action={remove}>
        <input type="hidden" name="passkey" value={id} />
        <SubmitButton
          pending={t("removing")}
          className="btn btn-quiet min-h-11"
          aria-label={t("removeNamed", { name })}
        >
          {t("remove")}
        </SubmitButton>
      </form>
    </li>
  );
}
