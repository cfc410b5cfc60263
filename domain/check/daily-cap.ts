import type { CheckName, CheckState } from "./check.ts";

/**
 * How often in 24 hours each check that may cost its student money is asked, whoever it is that asks: the student, a key
 * that was just saved, a wait, the end of an outage, or somebody who writes to the database.
 */
export const DAILY_CAPS = {
  "openai.credits": 60,
  "openai.image": 5,
  "google.answer": 60,
} as const satisfies Partial<Record<CheckName, number>>;

export type PaidCheck = keyof typeof DAILY_CAPS;
export const isPaid = (check: CheckName): check is PaidCheck => check in DAILY_CAPS;

export const CAP_WINDOW_MS = 24 * 60 * 60_000;

/** A check of one test. `attempts`: how often the test was taken up by then, since each time may have asked. */
export type Asked = { readonly startedAt: Date; readonly state: CheckState; readonly attempts: number };

/** A refusal within a wait costs nothing, and the looks of a wait are the portal's own: they use nothing up. */
const uses = ({ state, attempts }: Asked): number => (state === "waiting" ? attempts - 1 : attempts);

export type DayLeft = {
  readonly used: number;
  readonly cap: number;
  readonly left: number;
  /** When there is one again; null where there is one now. */
  readonly againAt: Date | null;
};

/** What is left of a check's cap, by what was asked within the window before `now`. */
export function dayLeft(check: PaidCheck, asked: readonly Asked[], now: Date): DayLeft {
  const cap = DAILY_CAPS[check];
  const counted = asked
    .filter(({ startedAt }) => now.getTime() - startedAt.getTime() < CAP_WINDOW_MS)
    .toSorted((one, other) => one.startedAt.getTime() - other.startedAt.getTime());
  const used = counted.reduce((sum, one) => sum + uses(one), 0);
  return { used: Math.min(used, cap), cap, left: Math.max(0, cap - used), againAt: againAt(counted, used - cap) };
}

/** The oldest uses leave the window first; `over` of them must, and one more. */
function againAt(counted: readonly Asked[], over: number): Date | null {
  if (over < 0) return null;
  let gone = 0;
  const last = counted.find((one) => {
    gone += uses(one);
    return gone > over;
  });
  return last ? new Date(last.startedAt.getTime() + CAP_WINDOW_MS) : null;
}
