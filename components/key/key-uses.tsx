import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";

const KINDS = ["credential.saved", "credential.replaced", "credential.opened", "credential.deleted"] as const;

type Props = { readonly uses: readonly { readonly at: Date; readonly kind: string }[] };

export function KeyUses({ uses }: Props) {
  const t = useTranslations("key");
  return (
    <Card aria-labelledby="uses">
      <h2 id="uses" className="font-bold text-xl">
        {t("usesHeading")}
      </h2>
      {uses.length === 0 ? (
        <p className="mt-2 text-base-content/75">{t("usesNone")}</p>
      ) : (
        <ul className="mt-3 divide-y divide-base-300 text-sm">
          {uses.map(({ at, kind }) => {
            const known = KINDS.find((candidate) => candidate === kind);
            return (
              <li key={`${at.toISOString()} ${kind}`} className="flex flex-wrap justify-between gap-x-4 py-2">
                <span>{known && t(`use.${known}`)}</span>
                <span className="num text-base-content/70">
                  <Moment at={at} />
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
