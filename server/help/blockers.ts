import "server-only";
import { HELP_THRESHOLDS, type HelpStatus, type HelpThresholds } from "#domain/help/facts";
import { helpStatus } from "#domain/help/help-status";
import { needsHelp, rankOf } from "#domain/help/urgency";
import type { Transaction } from "../database/client.ts";
import { notify } from "../live/notify.ts";
import { tell } from "../webhook/tell.ts";
import { factsOf } from "./facts.ts";
import { resolvedBy } from "./resolved.ts";

type Enrolled = {
  cohortId: string;
  invitedAt: Date;
  cohort: { helpAfterTries: number; helpAfterStalledDays: number; helpAfterInvitedDays: number };
};

/** One at a time for each student, so that a test that ends sees the request for help that was made meanwhile. */
export async function holdBlockers(tx: Transaction, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`blockers of ${userId}`}, 0))`;
}

/** Derives where a student stands in each of their cohorts and opens, changes or closes the blocker there. */
export async function refreshBlockers(tx: Transaction, userId: string, now: Date): Promise<void> {
  await holdBlockers(tx, userId);
  const enrolments = await tx.enrolment.findMany({
    where: { userId, role: "student", cohort: { archivedAt: null } },
    select: {
      cohortId: true,
      invitedAt: true,
      cohort: { select: { helpAfterTries: true, helpAfterStalledDays: true, helpAfterInvitedDays: true } },
    },
  });
  if (enrolments.length === 0) return;
  const { nextStepId, ...facts } = await factsOf(tx, userId);
  const resolved = await resolvedBy(tx, "cohortId", { userId });
  for (const enrolment of enrolments) {
    const resolvedAt = resolved.get(enrolment.cohortId) ?? null;
    const status = helpStatus({ ...facts, invitedAt: enrolment.invitedAt, resolvedAt }, thresholdsOf(enrolment), now);
    // Who has stopped without a failure has stopped at the next step.
    const stepId = status.stepId ?? (status.status === "stalled" ? nextStepId : null);
    await keepBlocker(tx, { cohortId: enrolment.cohortId, userId }, { ...status, stepId }, now);
  }
}

const thresholdsOf = ({ cohort }: Enrolled): HelpThresholds => ({
  ...HELP_THRESHOLDS,
  tries: cohort.helpAfterTries,
  stalledDays: cohort.helpAfterStalledDays,
  invitedDays: cohort.helpAfterInvitedDays,
});

type Blocker = Awaited<ReturnType<Transaction["blocker"]["create"]>>;
type Enrolment = { cohortId: string; userId: string };

async function keepBlocker(tx: Transaction, enrolment: Enrolment, status: HelpStatus, now: Date): Promise<void> {
  const open = await tx.blocker.findFirst({ where: { ...enrolment, closedAt: null } });
  const wanted = columnsOf(status, now);
  if (!open && !wanted) return;
  const isSame =
    open && wanted && open.status === wanted.status && open.cause === wanted.cause && open.stepId === wanted.stepId;
  if (isSame) {
    await tx.blocker.update({
      where: { id: open.id },
      data: { tries: wanted.tries, since: wanted.since },
      select: { id: true },
    });
  } else {
    if (open) {
      const closed = await tx.blocker.update({ where: { id: open.id }, data: { closedAt: now } });
      await tellOf(tx, "blocker.closed", closed, wanted ? "changed" : "cleared");
    }
    // Whoever looks after a person goes on doing so when the reason changes; out of the way it was for the old one alone.
    const { takenBy = null, takenAt = null } = open ?? {};
    const kept = { ...enrolment, takenBy, takenAt, openedAt: now };
    if (wanted) await tellOf(tx, "blocker.opened", await tx.blocker.create({ data: { ...kept, ...wanted } }));
  }
  await notify(tx, `cohort:${enrolment.cohortId}`);
}

const tellOf = (
  tx: Transaction,
  kind: "blocker.opened" | "blocker.closed",
  { id, ...blocker }: Blocker,
  reason?: "changed" | "cleared",
) => tell(tx, { ...blocker, kind, subjectId: id, ...(reason && { reason }) });

/** Null for whoever needs no help. */
function columnsOf({ status, stepId, cause, tries, since }: HelpStatus, now: Date) {
  return needsHelp(status) ? { status, rank: rankOf(status), stepId, cause, tries, since: since ?? now } : null;
}
