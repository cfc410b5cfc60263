import type { useFormatter } from "next-intl";
import type { CheckView } from "#domain/check/check-view";

type Format = ReturnType<typeof useFormatter>;

const CENT_MICRO_USD = 10_000;

/** As the provider charges it: in dollars, and nothing under a cent pretends to be nothing. */
export function usd(format: Format, microUsd: number): string {
  const money = (amount: number) => format.number(amount / 1_000_000, { style: "currency", currency: "USD" });
  return microUsd > 0 && microUsd < CENT_MICRO_USD ? `< ${money(CENT_MICRO_USD)}` : money(microUsd);
}

/** What a test cost. */
export const usdOf = (format: Format, checks: readonly CheckView[]): string =>
  usd(
    format,
    checks.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0),
  );
