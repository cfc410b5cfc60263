import { CircleX } from "lucide-react";
import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import type { CauseTitles } from "#components/test/summary";
import { type Module, stepProvedBy } from "#domain/course/course";
import type { Regression } from "#domain/quiet/regression";
import { useShortDay } from "./short-day.tsx";

type Props = {
  readonly regressions: readonly Regression[];
  readonly module: Module;
  readonly causes: CauseTitles;
};

/** What was proven and does not work any more, with the day on which it last did. */
export function RegressedCards({ regressions, ...rest }: Props) {
  return regressions.map((regression) => <RegressedCard key={regression.check} regression={regression} {...rest} />);
}

type CardProps = Omit<Props, "regressions"> & { readonly regression: Regression };

function RegressedCard({ regression, module, causes }: CardProps) {
  const t = useTranslations("quiet");
  const shortDay = useShortDay();
  const now = useNow();
  const { check, cause, workedAt, lastFailureAt } = regression;
  const step = stepProvedBy(module, check);
  const id = `regressed-${check}`;
  const today = shortDay(lastFailureAt) === shortDay(now) ? "yes" : "no";
  return (
    <section
      aria-labelledby={id}
      className="mt-6 flex items-start gap-4 rounded-box border-2 border-error/60 bg-base-100 p-5"
    >
      <CircleX className="mt-0.5 size-6 shrink-0 text-error" aria-hidden="true" />
      <div className="min-w-0">
        <h2 id={id} className="num font-bold">
          {t("regressed", { date: shortDay(workedAt), today })}
        </h2>
        <p className="mt-1 text-base-content/85">
          {step && t("regressedStep", { step: step.title, cause: (cause && causes[cause]) ?? "" })} {t("regressedLead")}
        </p>
        {cause && (
          <Link className="btn btn-outline mt-4 min-h-11" href={`/causes/${cause}`}>
            {t("whatToDo")}
          </Link>
        )}
      </div>
    </section>
  );
}
