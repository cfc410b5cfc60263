import { useTranslations } from "next-intl";
import { type CauseTitles, TestSummary } from "#components/test/summary";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import type { CauseId } from "#domain/cause/cause";
import type { CheckName, CheckState } from "#domain/check/check";

type Use = {
  readonly id: string;
  readonly at: Date;
  readonly kind: "saved" | "replaced" | "opened" | "open_failed" | "deleted" | "expired";
  readonly because: string | null;
  readonly trigger: "saved" | "asked" | "waiting" | "quiet" | "outage" | null;
  readonly checks: readonly { readonly check: CheckName; readonly state: CheckState; readonly cause: CauseId | null }[];
};

type Props = {
  readonly uses: readonly Use[];
  readonly causes: CauseTitles;
  /** Where older ones are shown; null where these are all. */
  readonly older: string | null;
};

/** Who used the key, when, what for, and what came of it. */
export function KeyUses({ uses, causes, older }: Props) {
  const t = useTranslations("key");
  return (
    <Card aria-labelledby="uses">
      <h2 id="uses" className="font-bold text-xl">
        {t("usesHeading")}
      </h2>
      <p className="mt-1 max-w-prose text-base-content/75">{t("usesLead")}</p>
      {uses.length === 0 ? (
        <p className="mt-3">{t("usesNone")}</p>
      ) : (
        <ol className="mt-3 divide-y divide-base-300">
          {uses.map((use) => (
            <KeyUseLine key={use.id} use={use} causes={causes} />
          ))}
        </ol>
      )}
      {older && (
        <a className="btn btn-quiet mt-3 min-h-11" href={older}>
          {t("usesOlder")}
        </a>
      )}
    </Card>
  );
}

function KeyUseLine({ use, causes }: { readonly use: Use; readonly causes: CauseTitles }) {
  const t = useTranslations("key");
  const { at, kind, trigger, because, checks } = use;
  return (
    <li className="py-3 text-sm">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="font-semibold">
          {kind === "opened" ? t(`useFor.${trigger ?? "asked"}`) : t(`use.${kind}`, { because: because ?? "other" })}
        </span>
        <span className="num text-base-content/70">
          <Moment at={at} />
        </span>
      </p>
      {checks.length > 0 && (
        <div className="mt-2">
          <TestSummary checks={checks} causes={causes} />
        </div>
      )}
    </li>
  );
}
