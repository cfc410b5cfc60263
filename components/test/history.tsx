import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import type { CheckView } from "#domain/check/check-view";
import { type CauseTitles, TestSummary } from "./summary.tsx";

type Past = {
  readonly id: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly ending: "completed" | "cancelled" | "given_up" | null;
  readonly checks: readonly CheckView[];
};

type Props = { readonly tests: readonly Past[]; readonly causes: CauseTitles };

export function TestHistory(props: Props) {
  const t = useTranslations("test");
  return (
    <details className="mt-10">
      <summary className="cursor-pointer font-bold text-xl">{t("history")}</summary>
      <TestHistoryList {...props} />
    </details>
  );
}

export function TestHistoryList({ tests, causes }: Props) {
  const t = useTranslations("test");
  return (
    <ul className="mt-4 space-y-3">
      {tests.map(({ id, requestedAt, ending, checks }) => (
        <li key={id} className="rounded-box border border-base-300 bg-base-100 p-4">
          <p className="num mb-2 font-semibold text-sm">
            <Moment at={requestedAt} />
            {ending && ending !== "completed" && (
              <span className="font-normal text-base-content/70"> · {t(`ending.${ending}`)}</span>
            )}
          </p>
          <TestSummary checks={checks} causes={causes} />
        </li>
      ))}
    </ul>
  );
}
