import { Check, Clock, LoaderCircle, Minus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CauseId } from "#domain/cause/cause";
import type { CheckName } from "#domain/check/check";
import type { CheckView } from "#domain/check/check-view";

export type CauseTitles = Readonly<Partial<Record<CauseId, string>>>;

type Seen = Pick<CheckView, "check" | "state" | "cause">;

const MARKS = {
  passed: { icon: Check, ink: "text-success" },
  failed: { icon: X, ink: "text-error" },
  waiting: { icon: Clock, ink: "text-warning" },
  inconclusive: { icon: Minus, ink: "text-base-content/60" },
  started: { icon: LoaderCircle, ink: "text-primary" },
} as const;

/** The checks of one test that say something, one line each. */
export function TestSummary({ checks, causes }: { readonly checks: readonly Seen[]; readonly causes: CauseTitles }) {
  return (
    <ul className="space-y-2.5 text-sm">
      {checks.map((result) => (
        <SummaryLine key={result.check} result={result} causes={causes} />
      ))}
    </ul>
  );
}

function SummaryLine({ result, causes }: { readonly result: Seen; readonly causes: CauseTitles }) {
  const t = useTranslations("test");
  const { check, state, cause } = result;
  if (state === "queued" || state === "skipped") return null;
  const { icon: Icon, ink } = MARKS[state];
  const words = {
    passed: () => t(`summary.${check}.passed`),
    failed: () => t(`summary.${check}.failed`, { cause: (cause && causes[cause]) ?? "" }),
    waiting: () => t("summary.waiting", { check: plain(check) }),
    inconclusive: () => t("summary.unknown", { check: plain(check) }),
    started: () => t(`check.${check}.started`),
  };
  return (
    <li className="flex gap-2">
      <Icon className={`size-5 shrink-0 ${ink}`} aria-hidden="true" />
      {words[state]()}
    </li>
  );
}

/** Message selectors know no dots. */
const plain = (check: CheckName) => check.replace(".", "_");
