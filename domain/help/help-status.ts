import { isDeadEnd } from "../cause/cause.ts";
import { regressionOf } from "../quiet/regression.ts";
import type { HelpFacts, HelpState, HelpStatus, HelpThresholds } from "./facts.ts";
import { type CheckHistory, failuresOf, runsApart, type Streak, streakOf } from "./streak.ts";

const DAY_MS = 86_400_000;

/** A check that fails now, with the failures of its present cause. */
type Trouble = { readonly check: CheckHistory; readonly streak: Streak };
type Case = {
  facts: HelpFacts;
  thresholds: HelpThresholds;
  now: Date;
  /** Where history ends and the present begins. */
  after: Date | null;
  troubles: readonly Trouble[];
};

/** The table 'Who needs help' of the design, row by row: the first that matches is the status. */
const ROWS: readonly ((a: Case) => HelpStatus | null)[] = [
  asked,
  ({ troubles }) => of("dead_end", troubles.filter(isAtDeadEnd)),
  (a) => of("blocked", a.troubles.filter(isBlocked(a))),
  (a) => of("waiting_too_long", a.troubles.filter(hasWaitedTooLong(a))),
  (a) => of("regressed", a.troubles.filter(hasRegressed(a))),
  stalled,
  neverSignedIn,
  waiting,
];

export function helpStatus(facts: HelpFacts, thresholds: HelpThresholds, now: Date): HelpStatus {
  const after = latest(facts.finished ? facts.lastProgressAt : null, facts.resolvedAt);
  const a: Case = { facts, thresholds, now, after, troubles: troublesOf(facts, after) };
  for (const row of ROWS) {
    const status = row(a);
    if (status) return status;
  }
  return calm(facts.finished ? "finished" : "on_track", facts.lastProgressAt);
}

const latest = (a: Date | null, b: Date | null) => (a && b ? (a > b ? a : b) : (a ?? b));

/** The one with more tries stands first, then the one that has lasted longer. */
function troublesOf({ checks }: HelpFacts, after: Date | null): readonly Trouble[] {
  const found = checks.flatMap((check) => {
    const streak = streakOf(failuresOf(check, after));
    return streak ? [{ check, streak }] : [];
  });
  return found.sort((a, b) => b.streak.tries - a.streak.tries || +a.streak.since - +b.streak.since);
}

function of(status: HelpState, [trouble]: readonly Trouble[]): HelpStatus | null {
  if (!trouble) return null;
  const { cause, tries, since } = trouble.streak;
  return { status, stepId: trouble.check.stepId, cause, tries, since };
}

function calm(status: HelpState, since: Date | null): HelpStatus {
  return { status, stepId: null, cause: null, tries: 0, since };
}

function asked({ facts: { helpRequest }, troubles }: Case): HelpStatus | null {
  if (!helpRequest) return null;
  const { since, stepId, cause: pasted } = helpRequest;
  const isAbout = ({ check, streak }: Trouble) =>
    pasted ? streak.cause === pasted : stepId === null || check.stepId === stepId;
  const trouble = troubles.find(isAbout);
  const { cause = null, tries = 0 } = trouble?.streak ?? {};
  return { status: "asked", stepId: stepId ?? trouble?.check.stepId ?? null, cause: pasted ?? cause, tries, since };
}

function isAtDeadEnd({ streak: { cause } }: Trouble): boolean {
  return cause !== null && isDeadEnd(cause);
}

function isBlocked({ thresholds: { tries, apartMs } }: Case) {
  return ({ streak }: Trouble) => runsApart(streak.failures, apartMs) >= tries;
}

function hasWaitedTooLong({ now }: Case) {
  return ({ check: { waiting }, streak }: Trouble) =>
    waiting !== null && waiting.until <= now && streak.last >= waiting.since;
}

function hasRegressed({ after, thresholds: { regressedMs } }: Case) {
  return ({ check }: Trouble) => regressionOf(check, regressedMs, after) !== null;
}

function stalled({ facts, thresholds, now }: Case): HelpStatus | null {
  const since = facts.lastProgressAt ?? facts.firstSignedInAt;
  if (facts.finished || !since) return null;
  return isOver(thresholds.stalledDays, latest(since, facts.resolvedAt), now) ? calm("stalled", since) : null;
}

function neverSignedIn({ facts, thresholds, now }: Case): HelpStatus | null {
  if (facts.firstSignedInAt || facts.finished) return null;
  const since = latest(facts.invitedAt, facts.resolvedAt);
  return isOver(thresholds.invitedDays, since, now) ? calm("never_signed_in", facts.invitedAt) : null;
}

const isOver = (days: number, since: Date | null, now: Date) => since !== null && +now - +since >= days * DAY_MS;

function waiting({ facts, now }: Case): HelpStatus | null {
  const check = facts.checks.find((candidate) => isWaiting(candidate, now));
  if (!check?.waiting) return null;
  const cause = check.outcomes.findLast((outcome) => outcome.state === "waiting")?.cause ?? null;
  return { status: "waiting", stepId: check.stepId, cause, tries: 0, since: check.waiting.since };
}

function isWaiting({ waiting: timer, outcomes }: CheckHistory, now: Date): boolean {
  if (!timer || now >= timer.until) return false;
  return !outcomes.some(({ at, state }) => state === "passed" && at >= timer.since);
}
