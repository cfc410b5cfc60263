import { Activity } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type CauseTitles, TestSummary } from "#components/test/summary";
import { Card } from "#components/ui/card";
import { Moment } from "#components/ui/moment";
import type { CheckView } from "#domain/check/check-view";

type Props = {
  readonly test: {
    readonly requestedAt: Date;
    readonly finishedAt: Date | null;
    readonly checks: readonly CheckView[];
  } | null;
  readonly hasKey: boolean;
  readonly causes: CauseTitles;
  /** Somebody else looks: there is nothing to start. */
  readonly isObserved?: boolean;
};

export function TestCard({ test, hasKey, causes, isObserved = false }: Props) {
  const t = useTranslations();
  return (
    <Card className="p-5" aria-labelledby="test-card">
      <h2 id="test-card" className="flex items-center gap-2 font-bold">
        <Activity className="size-5" aria-hidden="true" /> {t("home.testHeading")}
      </h2>
      {test ? (
        <>
          <div className="mt-3">
            <TestSummary checks={test.checks} causes={causes} />
          </div>
          <p className="num mt-3 text-base-content/70 text-xs">
            {test.finishedAt ? <Moment at={test.requestedAt} /> : t("home.testRunning")}
          </p>
        </>
      ) : (
        <p className="mt-2 text-base-content/80 text-sm">{t("home.testNone")}</p>
      )}
      {(test || hasKey) && !isObserved && (
        <Link className="btn btn-outline btn-sm mt-4 w-full" href="/test">
          {test?.finishedAt ? t("test.again") : t("home.testOpen")}
        </Link>
      )}
    </Card>
  );
}
