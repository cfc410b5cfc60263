import type { useFormatter } from "next-intl";
import type { CheckView } from "#domain/check/check-view";

const CENT_MICRO_USD = 10_000;

/** What a test cost, as the provider charges it: in dollars, and nothing under a cent pretends to be nothing. */
export function usdOf(format: ReturnType<typeof useFormatter>, checks: readonly CheckView[]): string {
  const micro = checks.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0);
  const money = (amount: number) => format.number(amount / 1_000_000, { style: "currency", currency: "USD" });
  return micro > 0 && micro < CENT_MICRO_USD ? `< ${money(CENT_MICRO_USD)}` : money(micro);
}
