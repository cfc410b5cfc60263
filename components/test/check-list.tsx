import { useTranslations } from "next-intl";
import type { CauseView } from "#components/cause/cause-view";
import type { CheckName } from "#domain/check/check";
import type { CheckView } from "#domain/check/check-view";
import type { Module } from "#domain/course/course";
import { CheckCard } from "./check-card.tsx";
import type { Wait } from "./failed-check.tsx";
import type { Repeat } from "./repeat-form.tsx";

type Props = {
  readonly checks: readonly CheckView[];
  readonly causes: ReadonlyMap<CheckName, CauseView | null>;
  readonly waits: readonly (Pick<Wait, "looks" | "isOver"> & { readonly check: CheckName })[];
  readonly module: Module;
  readonly picture: string | null;
  readonly hasConsent: boolean;
  readonly repeat: Repeat;
  readonly wait: Pick<Wait, "start" | "same">;
};

/** The checks of a provider, in the order in which they are asked. */
export function CheckList({ checks, causes, waits, wait, ...rest }: Props) {
  const t = useTranslations("test");
  return (
    <ol aria-label={t("checks")} className="mt-6 space-y-3">
      {checks.map((result) => {
        const { looks = [], isOver = false } = waits.find(({ check }) => check === result.check) ?? {};
        return (
          <CheckCard
            key={result.check}
            result={result}
            checks={checks}
            cause={causes.get(result.check) ?? null}
            wait={{ looks, isOver, ...wait }}
            {...rest}
          />
        );
      })}
    </ol>
  );
}
