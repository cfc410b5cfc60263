import { ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "#components/ui/moment";
import type { CheckView } from "#domain/check/check-view";
import { Duration } from "./duration.tsx";
import { usdOf } from "./money.tsx";

/** What was expected, what was seen, when, how long, at what cost, and what it shows; folded away until it is wanted. */
export function CheckDetails({ result, children }: { readonly result: CheckView; readonly children?: ReactNode }) {
  const t = useTranslations("test");
  const format = useFormatter();
  const { check, at, tookMs, costMicroUsd, organization, project } = result;
  if (at === null || result.state === "queued" || result.state === "started") return null;
  return (
    <details className="group mt-2 text-sm">
      <summary className="inline-flex min-h-8 cursor-pointer list-none items-center gap-1 font-medium text-base-content/75 hover:text-base-content">
        <ChevronRight className="size-4 group-open:rotate-90" aria-hidden="true" />
        {t("details.heading")}
      </summary>
      <dl className="mt-2 grid gap-x-6 gap-y-1.5 sm:grid-cols-[auto_1fr]">
        <Line name={t("details.expected")}>{t(`check.${check}.expected`)}</Line>
        <Line name={t("details.seen")}>
          <Seen result={result} />
        </Line>
        <Line name={t("details.at")}>
          <Moment at={at} />
        </Line>
        {tookMs !== null && (
          <Line name={t("details.took")}>
            <Duration ms={tookMs} />
          </Line>
        )}
        <Line name={t("details.cost")}>{costMicroUsd === 0 ? t("details.free") : usdOf(format, [result])}</Line>
        <Line name={t(result.state === "passed" ? "details.proves" : "details.wouldProve")}>
          {t(`check.${check}.proves`)}
        </Line>
        {organization && (
          <Line name={t("details.organization")}>
            <code className="break-all">{organization}</code>
          </Line>
        )}
        {project && (
          <Line name={t("details.project")}>
            <code className="break-all">{project}</code>
          </Line>
        )}
      </dl>
      {children}
    </details>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-base-content/70">{name}</dt>
      <dd className="num mb-1.5 sm:mb-0">{children}</dd>
    </>
  );
}

function Seen({ result: { check, state, cause, httpStatus } }: { readonly result: CheckView }) {
  const t = useTranslations("test");
  if (state === "passed") return t(`check.${check}.seen`);
  if (check.endsWith(".format")) return t("seen.offline");
  if (cause === "timeout") return t("seen.timeout");
  return httpStatus === null ? t("seen.network") : t("seen.status", { status: httpStatus });
}
