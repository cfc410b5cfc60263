import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import { SubmitButton } from "#components/ui/submit-button";
import { SCOPES } from "#domain/api/scope";

export type ListedToken = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
};
type Props = {
  readonly tokens: readonly ListedToken[];
  readonly now: Date;
  readonly revoke: (form: FormData) => Promise<void>;
};

/** The tokens by their names: what they are is nowhere to be seen any more. */
export function TokenList({ tokens, now, revoke }: Props) {
  const t = useTranslations("connections.tokens");
  if (tokens.length === 0) return <p className="text-base-content/75">{t("none")}</p>;
  return (
    <ul className="divide-y divide-base-300">
      {tokens.map((token) => (
        <li key={token.id} className="py-4 first:pt-0">
          <TokenFacts token={token} now={now} />
          <Revoke id={token.id} name={token.name} revoke={revoke} />
        </li>
      ))}
    </ul>
  );
}

function TokenFacts({ token: { name, scopes, expiresAt, lastUsedAt }, now }: Pick<Props, "now"> & Facts) {
  const t = useTranslations("connections");
  const isOver = expiresAt <= now;
  return (
    <>
      <p className="break-words font-semibold">{name}</p>
      <p className="text-base-content/75 text-sm">
        {SCOPES.filter((scope) => scopes.includes(scope))
          .map((scope) => t(`scope.${scope}`))
          .join(" · ")}
      </p>
      <p className="num text-base-content/75 text-sm">
        <span className={isOver ? "font-semibold text-error" : ""}>
          {t(isOver ? "tokens.expired" : "tokens.expires")} <Moment at={expiresAt} />
        </span>
        {" · "}
        {lastUsedAt ? (
          <>
            {t("tokens.used")} <Moment at={lastUsedAt} />
          </>
        ) : (
          t("tokens.never")
        )}
      </p>
    </>
  );
}

type Facts = { readonly token: ListedToken };

/** Asks before it ends one, without JavaScript too. */
function Revoke({ id, name, revoke }: { id: string; name: string; revoke: Props["revoke"] }) {
  const t = useTranslations("connections.tokens");
  return (
    <details className="mt-1">
      <summary className="w-fit cursor-pointer py-3 font-semibold text-error text-sm">
        {t("named", { action: t("revoke"), name })}
      </summary>
      <p className="text-sm">{t("revokeLead")}</p>
      <form action={revoke} className="mt-2">
        <input type="hidden" name="token" value={id} />
        <SubmitButton pending={t("revoke")} className="btn btn-error min-h-11">
          {t("revokeSend")}
        </SubmitButton>
      </form>
    </details>
  );
}
