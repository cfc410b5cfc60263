import "server-only";
import { type CauseId, isCauseId } from "#domain/cause/cause";
import { CHECKS, type CheckName, isCheckName } from "#domain/check/check";
import { type Module, stepProvedBy } from "#domain/course/course";
import type { HelpFacts } from "#domain/help/facts";
import type { CheckHistory, CheckOutcome } from "#domain/help/streak";
import { isFinished, progressIn } from "#domain/progress/progress";
import type { StepRecord } from "#domain/progress/step-record";
import { moduleForEach } from "../course/queries.ts";
import type { Transaction } from "../database/client.ts";
import { STEP_RECORD } from "../progress/queries.ts";

/** Older tests say nothing about today's trouble. */
const LATEST_TESTS = 50;

type Facts = Omit<HelpFacts, "invitedAt" | "resolvedAt"> & { readonly nextStepId: string | null };

/** All that is known of a student and bears on whether they need help. */
export async function factsOf(tx: Transaction, userId: string): Promise<Facts> {
  const facts = (await factsOfAll(tx, [userId])).get(userId);
  if (!facts) throw new Error("There is nobody to know anything of.");
  return facts;
}

/** The same of many, in as many queries as of one. */
export async function factsOfAll(tx: Transaction, userIds: readonly string[]): Promise<ReadonlyMap<string, Facts>> {
  const users = await tx.user.findMany({
    where: { id: { in: [...userIds] } },
    select: {
      id: true,
      firstSignedInAt: true,
      lastProgressAt: true,
      progress: { select: STEP_RECORD },
      enrolments: { where: { role: "student" }, select: { cohort: { select: { slug: true } } } },
      waitingTimers: true,
      helpRequests: { where: { closedAt: null }, select: { createdAt: true, stepId: true, cause: true }, take: 1 },
    },
  });
  const readers = users.map((user) => ({ user, cohorts: user.enrolments.map(({ cohort: { slug } }) => slug) }));
  const [outcomes, moduleOf] = [await outcomesOf(tx, userIds), await moduleForEach(tx, "pl", readers)];
  const facts = ({ user, cohorts }: (typeof readers)[number]) =>
    [user.id, factsIn(user, moduleOf({ cohorts }), outcomes.get(user.id) ?? new Map())] as const;
  return new Map(readers.map(facts));
}

type Known = {
  readonly firstSignedInAt: Date | null;
  readonly lastProgressAt: Date | null;
  readonly progress: readonly StepRecord[];
  readonly waitingTimers: readonly { readonly check: string; readonly since: Date; readonly until: Date }[];
  readonly helpRequests: readonly {
    readonly createdAt: Date;
    readonly stepId: string | null;
    readonly cause: string | null;
  }[];
};

function factsIn(user: Known, module: Module, outcomes: ReadonlyMap<CheckName, CheckOutcome[]>): Facts {
  const request = user.helpRequests[0];
  const waived = new Set(user.progress.flatMap((row) => (row.waivedAt ? [row.stepId] : [])));
  const historyOf = (check: CheckName): CheckHistory => {
    const stepId = stepProvedBy(module, check)?.id ?? null;
    const provenAt = user.progress.find((row) => row.stepId === stepId)?.provenAt ?? null;
    const waiting = user.waitingTimers.find((timer) => timer.check === check) ?? null;
    return { check, stepId, provenAt, waiting, outcomes: outcomes.get(check) ?? [] };
  };
  return {
    firstSignedInAt: user.firstSignedInAt,
    lastProgressAt: user.lastProgressAt,
    finished: isFinished(module, user.progress),
    nextStepId: progressIn(module, user.progress).next?.id ?? null,
    helpRequest: request ? { since: request.createdAt, stepId: request.stepId, cause: causeIn(request.cause) } : null,
    checks: CHECKS.map(historyOf).filter(({ stepId }) => stepId === null || !waived.has(stepId)),
  };
}

const causeIn = (id: string | null): CauseId | null => (id !== null && isCauseId(id) ? id : null);

type Row = { user_id: string; check_name: string; state: CheckOutcome["state"]; cause: string | null; at: Date };

type Outcomes = Map<CheckName, CheckOutcome[]>;

async function outcomesOf(tx: Transaction, userIds: readonly string[]): Promise<ReadonlyMap<string, Outcomes>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT u.id AS user_id, r.check_name, r.state::text AS state, r.cause, r.finished_at AS at
    FROM unnest(${[...userIds]}::uuid[]) AS u (id) CROSS JOIN LATERAL (
      SELECT id FROM access_test WHERE user_id = u.id ORDER BY requested_at DESC LIMIT ${LATEST_TESTS}) t
    JOIN check_result r ON r.test_id = t.id
    WHERE r.state IN ('passed', 'failed', 'waiting', 'inconclusive') AND r.finished_at IS NOT NULL
    ORDER BY r.finished_at`;
  const byUser = new Map<string, Outcomes>(userIds.map((id) => [id, new Map()]));
  for (const { user_id: id, check_name: check, state, cause, at } of rows) {
    const byCheck = byUser.get(id);
    if (!byCheck || !isCheckName(check)) continue;
    const outcome = { at, state, cause: causeIn(cause) };
    byCheck.set(check, [...(byCheck.get(check) ?? []), outcome]);
  }
  return byUser;
}
